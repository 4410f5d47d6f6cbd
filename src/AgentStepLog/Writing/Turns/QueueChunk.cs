namespace AgentStepLog.Writing;

/// <summary>A piece of memory for queued lines, with the number of lines in it.</summary>
internal sealed class QueueChunk(int size)
{
    /// <summary>The usual size in bytes: more than one line needs, and small enough to stay out of the garbage collector's large object heap.</summary>
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

    /// <returns>Whether that was the last line in the chunk.</returns>
    internal bool Remove() => --Lines == 0;

    internal void Empty() => _used = 0;
}
