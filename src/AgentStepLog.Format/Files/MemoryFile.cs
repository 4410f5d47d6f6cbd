namespace AgentStepLog.Files;

/// <summary>A file in memory. A reader sees the bytes that were written before. Bytes that are written meanwhile are added behind those.</summary>
internal sealed class MemoryFile : ILogFile
{
    private byte[] _bytes = [];
    private int _length;

    public long Length => Volatile.Read(ref _length);

    public int Write(ReadOnlySpan<byte> bytes, long offset)
    {
        var end = checked((int)offset + bytes.Length);
        if (end > _bytes.Length)
        {
            var grown = new byte[Math.Max(end, Math.Min(Array.MaxLength, Math.Max(4096L, _bytes.Length * 2L)))];
            _bytes.AsSpan(0, _length).CopyTo(grown);
            Volatile.Write(ref _bytes, grown);
        }

        bytes.CopyTo(_bytes.AsSpan((int)offset));
        Volatile.Write(ref _length, Math.Max(_length, end));
        return bytes.Length;
    }

    public int Read(Span<byte> bytes, long offset)
    {
        var count = (int)Math.Clamp(Length - offset, 0, bytes.Length);
        Volatile.Read(ref _bytes).AsSpan((int)offset, count).CopyTo(bytes);
        return count;
    }

    public void SetLength(long length)
    {
        _bytes.AsSpan((int)length, (int)Math.Max(0, _length - length)).Clear();
        Volatile.Write(ref _length, (int)length);
    }

    public void Sync()
    {
        // Nothing in memory survives a loss of power.
    }

    public void Dispose()
    {
        // Its bytes are read after the log has closed.
    }
}
