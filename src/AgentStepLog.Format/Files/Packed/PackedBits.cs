namespace AgentStepLog.Files;

/// <summary>A compressed stream, bit by bit or byte by byte.</summary>
internal sealed class PackedBits(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private ulong _bits; // the next one is the lowest
    private int _count;
    private int _at;
    private int _end;
    private bool _exhausted;

    /// <summary>Where it breaks off, in words, if it does: "within its trailer".</summary>
    public string Part { get; set; } = "";

    /// <summary>The next byte, or -1 at the end. What is left of a byte whose bits were read is passed over.</summary>
    public int TryByte()
    {
        Drop(_count & 7);
        Fill(8);
        return _count == 0 ? -1 : (int)Take(8);
    }

    /// <exception cref="PackedFileException">There is none.</exception>
    public byte Byte() => TryByte() is >= 0 and var next ? (byte)next : throw Cut();

    /// <summary>The next bits, the first as the lowest.</summary>
    /// <exception cref="PackedFileException">There are not so many.</exception>
    public uint Bits(int count)
    {
        Fill(count);
        return count <= _count ? (uint)Take(count) : throw Cut();
    }

    /// <summary>The next bits, as many as asked for, without passing them; behind the end zeros.</summary>
    public uint Peek(int count)
    {
        Fill(count);
        return (uint)(_bits & ((1UL << count) - 1));
    }

    /// <summary>Passes bits that were looked at.</summary>
    /// <exception cref="PackedFileException">There are not so many.</exception>
    public void Pass(int count)
    {
        if (count > _count)
        {
            throw Cut();
        }

        Drop(count);
    }

    /// <summary>Bytes as they stand there.</summary>
    /// <returns>How many; fewer than asked for only where a part was at hand already, and none at the end.</returns>
    public int Bytes(Span<byte> destination)
    {
        Drop(_count & 7);
        var copied = 0;
        for (; _count > 0 && copied < destination.Length; copied++)
        {
            destination[copied] = (byte)Take(8);
        }

        if (copied > 0 || destination.IsEmpty || !More())
        {
            return copied;
        }

        copied = Math.Min(destination.Length, _end - _at);
        _buffer.AsSpan(_at, copied).CopyTo(destination);
        _at += copied;
        return copied;
    }

    private PackedFileException Cut() => new($"ends {Part}", isCut: true);

    private ulong Take(int count)
    {
        var bits = _bits & ((1UL << count) - 1);
        Drop(count);
        return bits;
    }

    private void Drop(int count)
    {
        _bits >>= count;
        _count -= count;
    }

    private void Fill(int count)
    {
        while (_count < count && (_at < _end || More()))
        {
            _bits |= (ulong)_buffer[_at++] << _count;
            _count += 8;
        }
    }

    private bool More()
    {
        if (_at == _end && !_exhausted)
        {
            (_at, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
            _exhausted = _end == 0;
        }

        return _at < _end;
    }
}
