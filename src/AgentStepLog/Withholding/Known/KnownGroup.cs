namespace AgentStepLog.Withholding;

/// <summary>The values that begin with the same four bytes, as customers' numbers and accounts of one bank do: how long they are, the longer ones as their keys.</summary>
/// <param name="beginning">The four bytes.</param>
/// <param name="next">The group that was in the same slot before; null for none.</param>
internal sealed class KnownGroup(uint beginning, KnownGroup? next)
{
    private volatile int[] _lengths = [];

    internal uint Beginning => beginning;

    internal KnownGroup? Next => next;

    /// <summary>The lengths, the shortest first. Replaced as a whole, so that it can be read while one is added.</summary>
    internal int[] Lengths => _lengths;

    internal void Add(int length)
    {
        var index = Array.BinarySearch(_lengths, length);
        if (index < 0)
        {
            _lengths = [.. _lengths[..~index], length, .. _lengths[~index..]];
        }
    }
}
