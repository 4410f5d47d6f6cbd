namespace AgentStepLog.Withholding;

/// <summary>A prefix and a run of characters of one alphabet. Both are withheld.</summary>
/// <param name="kind">The kind of secret.</param>
/// <param name="prefix">The text that it begins with.</param>
/// <param name="set">The characters after the prefix.</param>
/// <param name="min">The fewest characters after it.</param>
/// <param name="max">The most characters after it.</param>
/// <param name="digit">Whether the run must have a digit: words and names of the same form have none.</param>
/// <param name="mixed">Whether the run must have a digit or a capital letter: random letters often have no digit.</param>
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
