namespace AgentStepLog.Writing;

/// <summary>Memory for lines that wait, and how many of them are in it.</summary>
internal sealed class QueueChunk(int size)
{
    /// <summary>What most chunks have: more than a line, and not so much that the garbage collector treats it as something special.</summary>
    internal const int Size = 72 * 1024;

    private readonly byte[] _bytes = new byte[size];
    private int _used;

    internal int Lines { get; private set; }

    internal bool CanBeUsedAgain => _bytes.Length == Size;

    internal bool TryAdd(ReadOnlySpan<byte> fields, out ReadOnlyMemory<byte> copy)
    {
        copy = default;
        if (fields.Length > _bytes.Length - _used)
        {
            return false;
        }

        fields.CopyTo(_bytes.AsSpan(_used));
        copy = _bytes.AsMemory(_used, fields.Length);
        _used += fields.Length;
        Lines++;
        return true;
    }

    /// <returns>Whether that was the last line in it.</returns>
    internal bool Remove() => --Lines == 0;

    internal void Empty() => _used = 0;
}
