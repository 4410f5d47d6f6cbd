namespace AgentStepLog.Withholding;

/// <summary>A prefix and a run of one alphabet, withheld together.</summary>
/// <param name="kind">What it is called.</param>
/// <param name="prefix">What it begins with.</param>
/// <param name="set">What follows.</param>
/// <param name="min">How many at least.</param>
/// <param name="max">How many at most.</param>
/// <param name="digit">Whether a digit must be among them: words and names of the same form have none.</param>
/// <param name="mixed">Whether a digit or a capital must be: random letters may well have no digit.</param>
internal sealed class PlainPattern(string kind, string prefix, CharSet set, int min, int max, bool digit = false, bool mixed = false) : SecretPattern(kind, prefix)
{
    internal override CharSet? Follows => set;

    internal override int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches)
    {
        var end = at + Prefix.Length;
        if (!EscapedText.IsBoundary(text, at) || Run(text, ref end, set, max) < min)
        {
            return 0;
        }

        if (max < int.MaxValue && EscapedText.Read(text, end, out var next) > 0 && (set.Contains(next) || CharSet.Alphanumeric.Contains(next)))
        {
            return 0;
        }

        var body = text[(at + Prefix.Length)..end];
        return (digit || mixed) && body.IndexOfAnyInRange((byte)'0', (byte)'9') < 0 && !(mixed && body.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0)
            ? 0 : Found(ref matches, at, end);
    }
}
