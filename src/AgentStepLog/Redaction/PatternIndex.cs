using System.Buffers.Binary;

namespace AgentStepLog.Redacting;

/// <summary>From the bytes at a candidate's place to the patterns that begin so, and their verdict.</summary>
internal sealed class PatternIndex
{
    private const int Slots = 1024;
    private const uint ThreeBytes = 0x00FF_FFFF;

    private readonly TokenPattern[]?[] _patterns = new TokenPattern[Slots][];

    internal PatternIndex(IReadOnlyList<TokenPattern> patterns)
    {
        IsEmpty = patterns.Count == 0;
        Span<byte> four = stackalloc byte[4];
        foreach (var pattern in patterns)
        {
            var anchor = pattern.Prefix.AsSpan(pattern.Anchor);
            four.Clear();
            anchor[..Math.Min(4, anchor.Length)].CopyTo(four);
            var slot = Slot(BinaryPrimitives.ReadUInt32LittleEndian(four));
            _patterns[slot] = [.. _patterns[slot] ?? [], pattern];
        }
    }

    internal bool IsEmpty { get; }

    /// <summary>Whether a pattern has these four bytes, or the first three of them.</summary>
    internal bool Knows(uint bytes) => (_patterns[Slot(bytes)] ?? _patterns[Slot(bytes & ThreeBytes)]) is not null;

    /// <summary>Asks the patterns whose prefix may stand at a place.</summary>
    /// <returns>Where to go on searching; 0 if there is no token.</returns>
    internal int Match(ReadOnlySpan<byte> text, int place, ref List<TokenMatch>? matches)
    {
        var bytes = BinaryPrimitives.ReadUInt32LittleEndian(text[place..]);
        var end = Match(_patterns[Slot(bytes)], text, place, ref matches);
        return end > 0 ? end : Match(_patterns[Slot(bytes & ThreeBytes)], text, place, ref matches);
    }

    private static int Match(TokenPattern[]? patterns, ReadOnlySpan<byte> text, int place, ref List<TokenMatch>? matches)
    {
        if (patterns is null)
        {
            return 0;
        }

        foreach (var pattern in patterns)
        {
            var start = place - pattern.Anchor;
            if (start >= 0 && text[start..].StartsWith(pattern.Prefix) && pattern.Match(text, start, ref matches) is > 0 and var end)
            {
                return end;
            }
        }

        return 0;
    }

    private static int Slot(uint bytes) => (int)(bytes * 0x9E37_79B1u >> 22);
}
