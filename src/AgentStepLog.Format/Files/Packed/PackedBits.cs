namespace AgentStepLog.Files;

/// <summary>A compressed stream, bit by bit or byte by byte.</summary>
internal sealed class PackedBits(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private ulong _bits; // the next bit is the lowest
    private int _count;
    private int _at;
    private int _end;
    private bool _exhausted;

    /// <summary>The part that is being read, in words, for the message when the stream ends within it: "within its trailer".</summary>
    public string Part { get; set; } = "";

    /// <summary>Reads the next byte, or -1 at the end. The rest of a byte whose first bits were read is skipped.</summary>
    public int TryByte()
    {
        Drop(_count & 7);
        Fill(8);
        return _count == 0 ? -1 : (int)Take(8);
    }

    /// <exception cref="PackedFileException">The stream has no further byte.</exception>
    public byte Byte() => TryByte() is >= 0 and var next ? (byte)next : throw Cut();

    /// <summary>Reads the next bits, the first as the lowest.</summary>
    /// <exception cref="PackedFileException">The stream has too few bits.</exception>
    public uint Bits(int count)
    {
        Fill(count);
        return count <= _count ? (uint)Take(count) : throw Cut();
    }

    /// <summary>Returns the next bits without passing them; zeros behind the end.</summary>
    public uint Peek(int count)
    {
        Fill(count);
        return (uint)(_bits & ((1UL << count) - 1));
    }

    /// <summary>Passes bits that <see cref="Peek"/> returned.</summary>
    /// <exception cref="PackedFileException">The stream has too few bits.</exception>
    public void Pass(int count)
    {
        if (count > _count)
        {
            throw Cut();
        }

        Drop(count);
    }

    /// <summary>Reads whole bytes, after the rest of a byte whose first bits were read.</summary>
    /// <returns>How many bytes were read; 0 at the end. They may be fewer than the destination takes.</returns>
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
