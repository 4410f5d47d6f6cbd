namespace AgentStepLog.Files;

/// <summary>
/// Unpacks deflate (RFC 1951) and stops at the bit where it ends. .NET's own class does not tell that bit, so that bytes behind the end of a gzip file would stay
/// unseen. It takes as much memory as its window, whatever the size of the content.
/// </summary>
internal sealed class Inflater(PackedBits bits)
{
    private const int Window = 32 * 1024;
    private const int MaxMatch = 258;
    private const int EndOfBlock = 256;

    private static readonly ushort[] s_lengths = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] s_lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] s_distances = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] s_distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly byte[] s_order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly HuffmanCode s_fixedLiterals = new(FixedLengths());
    private static readonly HuffmanCode s_fixedDistances = new(Enumerable.Repeat((byte)5, 32).ToArray());

    private readonly byte[] _out = new byte[3 * Window];
    private int _end; // the end of the unpacked bytes
    private int _given; // how far they were returned
    private int _stored; // the remaining bytes of a block that is not compressed
    private HuffmanCode? _literals; // the code of the current block; null between blocks
    private HuffmanCode? _distances;
    private bool _isLast;
    private PackedFileException? _flaw;

    /// <summary>Starts the next stream, behind the bytes that were unpacked so far.</summary>
    public void Begin() => (_end, _given, _stored, _literals, _isLast) = (0, 0, 0, null, false);

    /// <returns>How many bytes were read; 0 at the end.</returns>
    /// <exception cref="PackedFileException">The bytes are no deflate.</exception>
    public int Read(Span<byte> buffer)
    {
        if (_given == _end)
        {
            if (_flaw is null)
            {
                TryUnpack();
            }

            if (_given == _end && _flaw is not null)
            {
                throw _flaw;
            }
        }

        var read = Math.Min(buffer.Length, _end - _given);
        _out.AsSpan(_given, read).CopyTo(buffer);
        _given += read;
        return read;
    }

    // The bytes that were unpacked before the damage are returned before the error is thrown.
    private void TryUnpack()
    {
        try
        {
            Unpack();
        }
        catch (PackedFileException e)
        {
            _flaw = e;
        }
    }

    private void Unpack()
    {
        if (_end > Window)
        {
            _out.AsSpan(_end - Window, Window).CopyTo(_out);
            _given = _end = Window;
        }

        while (_end <= _out.Length - MaxMatch && !(_isLast && _stored == 0 && _literals is null))
        {
            if (_stored > 0)
            {
                Copy();
            }
            else if (_literals is not null)
            {
                Decode(_literals);
            }
            else
            {
                BeginBlock();
            }
        }
    }

    private void BeginBlock()
    {
        _isLast = bits.Bits(1) == 1;
        switch (bits.Bits(2))
        {
            case 0:
                var length = bits.Byte() | (bits.Byte() << 8);
                if ((bits.Byte() | (bits.Byte() << 8)) != (length ^ 0xFFFF))
                {
                    throw new PackedFileException("holds a block whose two lengths contradict each other");
                }

                _stored = length;
                break;
            case 1:
                (_literals, _distances) = (s_fixedLiterals, s_fixedDistances);
                break;
            case 2:
                ReadCodes();
                break;
            default:
                throw new PackedFileException("holds a block of a kind that deflate does not have");
        }
    }

    private void Copy()
    {
        var copied = bits.Bytes(_out.AsSpan(_end, Math.Min(_stored, _out.Length - _end)));
        if (copied == 0)
        {
            bits.Byte(); // throws with the place where the stream ends
        }

        _end += copied;
        _stored -= copied;
    }

    private void Decode(HuffmanCode literals)
    {
        while (_end <= _out.Length - MaxMatch)
        {
            var symbol = literals.Next(bits);
            if (symbol < EndOfBlock)
            {
                _out[_end++] = (byte)symbol;
                continue;
            }

            if (symbol == EndOfBlock)
            {
                _literals = null;
                return;
            }

            Repeat(symbol - EndOfBlock - 1);
        }
    }

    private void Repeat(int symbol)
    {
        if (symbol >= s_lengths.Length)
        {
            throw new PackedFileException("holds a length that deflate does not have");
        }

        var length = s_lengths[symbol] + (int)bits.Bits(s_lengthBits[symbol]);
        var at = _distances!.IsEmpty ? s_distances.Length : _distances.Next(bits);
        if (at >= s_distances.Length)
        {
            throw new PackedFileException("holds a distance that deflate does not have");
        }

        var distance = s_distances[at] + (int)bits.Bits(s_distanceBits[at]);
        if (distance > _end)
        {
            throw new PackedFileException("repeats what stands before its beginning");
        }

        for (var i = 0; i < length; i++, _end++)
        {
            _out[_end] = _out[_end - distance];
        }
    }

    private void ReadCodes()
    {
        var (literals, distances, ordered) = ((int)bits.Bits(5) + 257, (int)bits.Bits(5) + 1, (int)bits.Bits(4) + 4);
        if (literals > 286 || distances > 30)
        {
            throw new PackedFileException("holds codes of more words than deflate has");
        }

        Span<byte> lengths = stackalloc byte[320];
        lengths.Clear();
        for (var i = 0; i < ordered; i++)
        {
            lengths[s_order[i]] = (byte)bits.Bits(3);
        }

        var code = new HuffmanCode(lengths[..19], mayHaveOneWord: false);
        if (code.IsEmpty)
        {
            throw new PackedFileException("holds a code of deflate with too few words");
        }

        lengths.Clear();
        for (var i = 0; i < literals + distances;)
        {
            var symbol = code.Next(bits);
            if (symbol < 16)
            {
                lengths[i++] = (byte)symbol;
                continue;
            }

            if (symbol == 16 && i == 0)
            {
                throw new PackedFileException("repeats a length where there is none yet");
            }

            var length = symbol == 16 ? lengths[i - 1] : (byte)0;
            var count = symbol switch { 16 => 3 + (int)bits.Bits(2), 17 => 3 + (int)bits.Bits(3), _ => 11 + (int)bits.Bits(7) };
            if (i + count > literals + distances)
            {
                throw new PackedFileException("holds more lengths than it says");
            }

            lengths.Slice(i, count).Fill(length);
            i += count;
        }

        if (lengths[EndOfBlock] == 0)
        {
            throw new PackedFileException("holds a block that can have no end");
        }

        (_literals, _distances) = (new(lengths[..literals]), new(lengths.Slice(literals, distances)));
    }

    private static byte[] FixedLengths()
    {
        var lengths = new byte[288];
        lengths.AsSpan(0, 144).Fill(8);
        lengths.AsSpan(144, 112).Fill(9);
        lengths.AsSpan(256, 24).Fill(7);
        lengths.AsSpan(280, 8).Fill(8);
        return lengths;
    }
}
