namespace AgentStepLog.Files;

/// <summary>A code of deflate (RFC 1951, 3.2.2), made from the lengths of its words.</summary>
internal sealed class HuffmanCode
{
    private const int MaxLength = 15;
    private const int QuickBits = 10;

    private readonly ushort[] _quick = new ushort[1 << QuickBits]; // by the next bits: the length in the lowest four bits, the symbol above; 0 for longer words
    private readonly ushort[] _counts = new ushort[MaxLength + 1];
    private readonly ushort[] _symbols;

    /// <param name="lengths">The length of each symbol's word; 0 for a symbol that does not occur.</param>
    /// <param name="mayHaveOneWord">Whether the code may consist of a single word of one bit.</param>
    /// <exception cref="PackedFileException">No code can have these lengths.</exception>
    public HuffmanCode(ReadOnlySpan<byte> lengths, bool mayHaveOneWord = true)
    {
        _symbols = new ushort[lengths.Length];
        foreach (var length in lengths)
        {
            _counts[length]++;
        }

        IsEmpty = _counts[0] == lengths.Length;
        var left = 1;
        for (var length = 1; length <= MaxLength; length++)
        {
            left = (left << 1) - _counts[length];
            if (left < 0)
            {
                throw new PackedFileException("holds a code of deflate with too many words");
            }
        }

        if (left > 0 && !IsEmpty && !(mayHaveOneWord && _counts[1] == 1 && _counts[0] == lengths.Length - 1))
        {
            throw new PackedFileException("holds a code of deflate with too few words");
        }

        Fill(lengths);
    }

    /// <summary>Whether no symbol occurs.</summary>
    public bool IsEmpty { get; }

    /// <summary>Reads the next symbol.</summary>
    /// <exception cref="PackedFileException">The bits are no word of the code, or the stream ends.</exception>
    public int Next(PackedBits bits)
    {
        var ahead = bits.Peek(MaxLength);
        var quick = _quick[ahead & ((1 << QuickBits) - 1)];
        if (quick != 0)
        {
            bits.Pass(quick & 15);
            return quick >> 4;
        }

        // The words of one length are consecutive: bits are added until the word is below the last of its length.
        var (code, first, index) = (0, 0, 0);
        for (var length = 1; length <= MaxLength; length++)
        {
            code |= (int)(ahead & 1);
            ahead >>= 1;
            var count = _counts[length];
            if (code - count < first)
            {
                bits.Pass(length);
                return _symbols[index + code - first];
            }

            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }

        bits.Pass(MaxLength); // throws if the stream ends here
        throw new PackedFileException("holds bits that are no word of its code");
    }

    private void Fill(ReadOnlySpan<byte> lengths)
    {
        Span<ushort> offsets = stackalloc ushort[MaxLength + 2];
        Span<ushort> codes = stackalloc ushort[MaxLength + 2];
        for (var length = 1; length <= MaxLength; length++)
        {
            offsets[length + 1] = (ushort)(offsets[length] + _counts[length]);
            codes[length + 1] = (ushort)((codes[length] + _counts[length]) << 1);
        }

        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length == 0)
            {
                continue;
            }

            _symbols[offsets[length]++] = (ushort)symbol;
            var code = codes[length]++;
            if (length <= QuickBits)
            {
                for (var at = Reversed(code, length); at < _quick.Length; at += 1 << length)
                {
                    _quick[at] = (ushort)((symbol << 4) | length);
                }
            }
        }
    }

    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++)
        {
            reversed = (reversed << 1) | (code & 1);
            code >>= 1;
        }

        return reversed;
    }
}
