namespace AgentStepLog.Withholding;

/// <summary>A secret that is recognized by a text in its middle, with so many characters before it and so many after it. All of it is withheld.</summary>
/// <param name="kind">The kind of secret.</param>
/// <param name="infix">The text in the middle.</param>
/// <param name="before">The characters before the infix.</param>
/// <param name="minBefore">The fewest characters before it.</param>
/// <param name="maxBefore">The most characters before it.</param>
/// <param name="after">The characters after the infix.</param>
/// <param name="minAfter">The fewest characters after it.</param>
/// <param name="maxAfter">The most characters after it. A longer run is no such secret.</param>
internal sealed class InfixPattern(string kind, string infix, CharSet before, int minBefore, int maxBefore, CharSet after, int minAfter, int maxAfter)
    : SecretPattern(kind, infix)
{
    internal override CharSet? Follows => after;

    internal override bool NeedsBoundary => false;

    internal override int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches)
    {
        var start = at;
        while (start > 0 && at - start < maxBefore && before.Contains(text[start - 1]))
        {
            start--;
        }

        // None of these characters is ever escaped, so the backward search has to check for an escape only at its end.
        if (at - start < minBefore || (start > 0 && before.Contains(text[start - 1]) && !EscapedText.IsBoundary(text, start)))
        {
            return 0;
        }

        var end = at + Prefix.Length;
        if (Run(text, ref end, after, maxAfter) < minAfter || (EscapedText.Read(text, end, out var next) > 0 && (after.Contains(next) || CharSet.Alphanumeric.Contains(next))))
        {
            return 0;
        }

        // Text that belongs to the match before stays with that match.
        return Found(ref matches, matches is [.., var last] ? Math.Max(start, last.End) : start, end);
    }
}
