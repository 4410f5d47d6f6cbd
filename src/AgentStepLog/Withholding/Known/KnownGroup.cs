namespace AgentStepLog.Withholding;

/// <summary>
/// The lengths of the known values that begin with the same four bytes, as customer numbers and accounts of one bank do. A long value counts with the length of its
/// key.
/// </summary>
/// <param name="beginning">The four bytes.</param>
/// <param name="next">The group that was in the same slot before; null for none.</param>
internal sealed class KnownGroup(uint beginning, KnownGroup? next)
{
    private volatile int[] _lengths = [];

    internal uint Beginning => beginning;

    internal KnownGroup? Next => next;

    /// <summary>The lengths in ascending order. The array is replaced as a whole, so that one thread can add while others read.</summary>
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
