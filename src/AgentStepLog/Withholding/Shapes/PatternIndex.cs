using System.Buffers.Binary;

namespace AgentStepLog.Withholding;

/// <summary>Finds the patterns that may begin at a place by the bytes there, and asks them for matches.</summary>
internal sealed class PatternIndex
{
    private const int Slots = 1024;
    private const int NoCommonAnchor = -1;

    private readonly Slot[] _slots = new Slot[Slots];

    // The patterns by the first byte of their prefix.
    private readonly SecretPattern[]?[] _byFirst = new SecretPattern[128][];

    internal PatternIndex(IReadOnlyList<SecretPattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            ref var slot = ref _slots[SlotOf(KnownAnchors.Of(pattern))];
            slot.Anchor = pattern.NeedsBoundary && (slot.Patterns is null || slot.Anchor == pattern.Anchor) ? pattern.Anchor : NoCommonAnchor;
            slot.Patterns = [.. slot.Patterns ?? [], pattern];
            _byFirst[pattern.Prefix[0]] = [.. _byFirst[pattern.Prefix[0]] ?? [], pattern];
        }
    }

    /// <summary>Asks the patterns whose prefix may stand at a place.</summary>
    /// <returns>The place to resume the search at; 0 if there is no secret.</returns>
    internal int Match(ReadOnlySpan<byte> text, int place, ref List<SecretMatch>? matches)
    {
        var bytes = BinaryPrimitives.ReadUInt32LittleEndian(text[place..]);
        var end = Match(_slots[SlotOf(bytes)], text, place, ref matches);
        return end > 0 ? end : Match(_slots[SlotOf(bytes & KnownAnchors.ThreeBytes)], text, place, ref matches);
    }

    /// <summary>Asks the patterns whose prefix the text begins with.</summary>
    internal void MatchPrefix(ReadOnlySpan<byte> text, ref List<SecretMatch>? matches)
    {
        foreach (var pattern in (text[0] < 128 ? _byFirst[text[0]] : null) ?? [])
        {
            if (text.StartsWith(pattern.Prefix) && pattern.Match(text, 0, ref matches) > 0)
            {
                return;
            }
        }
    }

    private static int Match(in Slot slot, ReadOnlySpan<byte> text, int place, ref List<SecretMatch>? matches)
    {
        // Most text that looks like a prefix is the end of a word. One look at the character before it spares a look for each pattern.
        if (slot.Patterns is null || (slot.Anchor != NoCommonAnchor && (place < slot.Anchor || !EscapedText.IsBoundary(text, place - slot.Anchor))))
        {
            return 0;
        }

        foreach (var pattern in slot.Patterns)
        {
            var start = place - pattern.Anchor;
            if (start >= 0 && text[start..].StartsWith(pattern.Prefix) && pattern.Match(text, start, ref matches) is > 0 and var end)
            {
                return end;
            }
        }

        return 0;
    }

    private static int SlotOf(uint bytes) => (int)(bytes * 0x9E37_79B1u >> 22);

    private struct Slot
    {
        internal SecretPattern[]? Patterns;

        // The offset of the anchor in the prefixes, if it is the same in all of them and each needs a boundary before it.
        internal int Anchor;
    }
}
