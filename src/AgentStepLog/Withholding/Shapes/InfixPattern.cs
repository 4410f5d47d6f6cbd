namespace AgentStepLog.Withholding;

/// <summary>A token that is told by what stands in its middle: so many characters before it, so many after it, withheld together.</summary>
/// <param name="kind">What it is called.</param>
/// <param name="infix">What stands in the middle.</param>
/// <param name="before">What stands before that.</param>
/// <param name="minBefore">How many at least.</param>
/// <param name="maxBefore">How many at most.</param>
/// <param name="after">What follows.</param>
/// <param name="minAfter">How many at least.</param>
/// <param name="maxAfter">How many at most; a longer run is no such token.</param>
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

        // None of these characters is ever escaped, so that going backwards needs to know of escapes only where it ends.
        if (at - start < minBefore || (start > 0 && before.Contains(text[start - 1]) && !EscapedText.IsBoundary(text, start)))
        {
            return 0;
        }

        var end = at + Prefix.Length;
        if (Run(text, ref end, after, maxAfter) < minAfter || (EscapedText.Read(text, end, out var next) > 0 && (after.Contains(next) || CharSet.Alphanumeric.Contains(next))))
        {
            return 0;
        }

        // What another token took already stays its own.
        return Found(ref matches, matches is [.., var last] ? Math.Max(start, last.End) : start, end);
    }
}
