using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using AgentStepLog.Writing;

namespace AgentStepLog.Redacting;

/// <summary>
/// Finds tokens in UTF-8 text, JSON or plain. Sixteen places at a time are asked whether one of the prefixes may begin there (each of four
/// bytes in a row looked up by its halves, in a register); only where the answer is yes a pattern looks closer.
/// </summary>
internal sealed class TokenScanner
{
    // No token is shorter: with its prefix of three at least eight follow.
    private const int Shortest = 8;

    private readonly AnchorTable _table;
    private readonly PatternIndex _index;

    internal TokenScanner(IReadOnlyList<TokenPattern> patterns)
        : this(patterns, AnchorTable.Of(patterns))
    {
    }

    private TokenScanner(IReadOnlyList<TokenPattern> patterns, ReadOnlySpan<byte> table)
    {
        _index = new(patterns);
        _table = new(table);
    }

    internal static TokenScanner BuiltIn { get; } = new(BuiltInShapes.All, BuiltInTable.Bytes);

    /// <summary>Finds all tokens in a text, in order, none within another.</summary>
    /// <returns>Null if there are none, as it is nearly always.</returns>
    internal List<TokenMatch>? Find(ReadOnlySpan<byte> text)
    {
        List<TokenMatch>? matches = null;
        if (text.Length < Shortest || _index.IsEmpty)
        {
            return null;
        }

        var next = 0; // places before it have been dealt with
        var last = text.Length - AnchorTable.Reach;
        if (AnchorTable.IsVectorized && last >= 0)
        {
            ref var start = ref MemoryMarshal.GetReference(text);
            for (var at = 0; _table.Next(ref start, ref at, last) is not 0 and var places; at = at < last ? Math.Min(at + Vector128<byte>.Count, last) : last + 1)
            {
                Ask(text, at, places, ref next, ref matches);
            }

            next = Math.Max(next, last + Vector128<byte>.Count);
        }

        for (; next <= text.Length - Shortest; next++)
        {
            if (_table.MayBegin(text[next..]))
            {
                var end = _index.Match(text, next, ref matches);
                next = end > 0 ? end - 1 : next;
            }
        }

        return matches;
    }

    /// <summary>The text without its tokens; the same object if it has none.</summary>
    internal string Redact(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (Find(utf8) is not { } matches)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var match in matches)
        {
            result.Append(Encoding.UTF8.GetString(utf8.AsSpan(at, match.Start - at))).Append("[redacted:").Append(match.Kind).Append(']');
            at = match.End;
        }

        return result.Append(Encoding.UTF8.GetString(utf8.AsSpan(at))).ToString();
    }

    /// <summary>The beginning of a text that has at most so many bytes, no character torn, and no token: half of one would not be known any more.</summary>
    internal string Cut(string text, int maxBytes) => ErrorText.Fits(text, maxBytes) ? text : ErrorText.Cut(Redact(text), maxBytes);

    /// <summary>Whether there is any token.</summary>
    internal bool Any(ReadOnlySpan<byte> text) => Find(text) is not null;

    private void Ask(ReadOnlySpan<byte> text, int at, uint places, ref int next, ref List<TokenMatch>? matches)
    {
        for (; places != 0; places &= places - 1)
        {
            var place = at + BitOperations.TrailingZeroCount(places);
            if (place >= next && _index.Knows(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), place))) && _index.Match(text, place, ref matches) is > 0 and var end)
            {
                next = end;
            }
        }
    }
}
