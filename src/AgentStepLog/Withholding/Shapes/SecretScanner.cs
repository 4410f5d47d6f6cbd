using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// Finds secrets by their shape in UTF-8 text, JSON or plain. One step checks sixteen or thirty-two places for the beginning of a prefix: it looks up the halves of
/// four bytes in a row in a register. Only where a prefix may begin, a pattern checks the text.
/// </summary>
internal sealed class SecretScanner
{
    // The fewest bytes of a secret: a prefix has at least three characters, and at least eight follow it.
    internal const int Shortest = 11;

    // At least as many bytes as one step reads.
    private const int ShortText = 64;

    private readonly AnchorTable _table;
    private readonly KnownAnchors _known;
    private readonly Func<IReadOnlyList<SecretPattern>> _patterns;
    private readonly bool _hasShapes;
    private readonly PersonalScanner? _personal;
    private PatternIndex? _index;

    internal SecretScanner(IReadOnlyList<SecretPattern> patterns)
        : this(() => patterns, AnchorTable.Of(patterns), KnownAnchors.AnchorsOf(patterns), KnownAnchors.BeginningsOf(patterns))
    {
    }

    private SecretScanner(Func<IReadOnlyList<SecretPattern>> patterns, ReadOnlySpan<byte> table, ReadOnlySpan<byte> anchors, ReadOnlySpan<byte> beginnings)
    {
        (_patterns, _table, _known, _hasShapes) = (patterns, new(table), new(anchors, beginnings), !anchors.IsEmpty);
    }

    private SecretScanner(SecretScanner shaped, PersonalData personal)
    {
        (_patterns, _table, _known, _hasShapes, _index) = (shaped._patterns, shaped._table, shaped._known, shaped._hasShapes, shaped._index);
        _personal = new(personal);
    }

    /// <summary>
    /// The scanner of the built-in shapes. It makes the shapes when a text first has something that looks like one, because most programs have none when they start.
    /// </summary>
    internal static SecretScanner BuiltIn { get; } = new(static () => BuiltInShapes.All, BuiltInTable.Bytes, BuiltInTable.Anchors, BuiltInTable.Beginnings);

    /// <summary>Whether the scanner searches for nothing.</summary>
    internal bool IsEmpty => !_hasShapes && _personal is null;

    /// <summary>The bytes of the shortest text that the scanner finds.</summary>
    internal int Least => _personal is null ? Shortest : PersonalScanner.Shortest;

    private PatternIndex Index => _index ??= new(_patterns());

    /// <summary>A scanner that also searches for personal data.</summary>
    internal SecretScanner And(PersonalData personal) => personal == PersonalData.None ? this : new(this, personal);

    /// <summary>Finds all secrets in a text, in order and without overlaps, and personal data if the options ask for it.</summary>
    /// <returns>Null if there are none, which is nearly always so.</returns>
    internal List<SecretMatch>? Find(ReadOnlySpan<byte> text)
    {
        var matches = FindShaped(text);
        _personal?.Find(text, ref matches);
        return matches;
    }

    private List<SecretMatch>? FindShaped(ReadOnlySpan<byte> text)
    {
        List<SecretMatch>? matches = null;
        if (text.Length < Shortest || !_hasShapes)
        {
            return null;
        }

        var next = 0; // all places before it are done
        if (!AnchorTable.IsVectorized)
        {
            for (var place = 0; place <= text.Length - Shortest; place = Math.Max(place + 1, next))
            {
                if (_table.MayBegin(text[place..]))
                {
                    Ask(text, place, 1, ref next, ref matches);
                }
            }

            return matches;
        }

        if (text.Length < AnchorTable.Reach)
        {
            FindInShort(text, ref next, ref matches);
            return matches;
        }

        var last = text.Length - AnchorTable.Reach;
        ref var start = ref MemoryMarshal.GetReference(text);
        for (var at = 0; _table.Next(ref start, ref at, last) is not 0 and var places; at = at < last ? Math.Min(at + AnchorTable.Places, last) : last + 1)
        {
            Ask(text, at, places, ref next, ref matches);
        }

        return matches;
    }

    /// <summary>Withholds the secrets of a text. Returns the same object if the text has none.</summary>
    internal string Withhold(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Find(utf8) is { } matches ? Replace(utf8, matches) : text;
    }

    /// <summary>A text with its mark in place of each match.</summary>
    internal static string Replace(byte[] utf8, List<SecretMatch> matches)
    {
        var result = new StringBuilder(utf8.Length);
        var at = 0;
        foreach (var match in matches)
        {
            result.Append(Encoding.UTF8.GetString(utf8.AsSpan(at, match.Start - at))).Append("[redacted:").Append(match.Kind).Append(']');
            at = match.End;
        }

        return result.Append(Encoding.UTF8.GetString(utf8.AsSpan(at))).ToString();
    }

    /// <summary>Adds the secret that begins at a place, whatever character stands before it.</summary>
    internal void FindAt(ReadOnlySpan<byte> text, int place, ref List<SecretMatch>? matches)
    {
        _personal?.FindAt(text, place, ref matches);
        if (!_hasShapes || place > text.Length - Shortest || !_known.MayBegin(BinaryPrimitives.ReadUInt32LittleEndian(text[place..])))
        {
            return;
        }

        List<SecretMatch>? found = null;
        Index.MatchPrefix(text[place..], ref found);
        foreach (var match in found ?? [])
        {
            (matches ??= []).Add(new(match.Start + place, match.End + place, match.Kind));
        }
    }

    /// <summary>Whether the text has any secret.</summary>
    internal bool Any(ReadOnlySpan<byte> text) => Find(text) is not null;

    // One step reads more bytes than the text has, so zeros follow the text.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FindInShort(ReadOnlySpan<byte> text, ref int next, ref List<SecretMatch>? matches)
    {
        Span<byte> padded = stackalloc byte[ShortText];
        text.CopyTo(padded);
        var at = 0;
        Ask(text, 0, _table.Next(ref padded[0], ref at, last: 0), ref next, ref matches);
    }

    private void Ask(ReadOnlySpan<byte> text, int at, uint places, ref int next, ref List<SecretMatch>? matches)
    {
        for (; places != 0; places &= places - 1)
        {
            var place = at + BitOperations.TrailingZeroCount(places);
            if (place > text.Length - Shortest)
            {
                return;
            }

            if (place >= next && _known.MayKnow(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), place))) && Index.Match(text, place, ref matches) is > 0 and var end)
            {
                next = end;
            }
        }
    }
}
