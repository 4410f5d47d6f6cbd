namespace AgentStepLog.Withholding;

/// <summary>
/// A secret without a form of its own that is recognized by the word before it: <c>aws_secret_access_key = …</c>, <c>Authorization: Bearer …</c>. The word is not
/// withheld. The word may be the key of an object, and the secret its value.
/// </summary>
/// <param name="kind">The kind of secret.</param>
/// <param name="word">The word.</param>
/// <param name="separators">The characters that may stand between the word and the secret, at least one and at most fourteen (the longest that a path has).</param>
/// <param name="set">The characters of the secret.</param>
/// <param name="min">The fewest characters of the secret.</param>
/// <param name="max">The most characters of the secret.</param>
internal sealed class KeywordPattern(string kind, string word, CharSet separators, CharSet set, int min, int max) : SecretPattern(kind, word)
{
    internal static readonly CharSet Assignment = CharSet.Of(" \t\r\n\"'=:>,`");
    internal static readonly CharSet Space = CharSet.Of(" \t");
    internal static readonly CharSet Nothing = CharSet.Of("");

    private const int LongWord = 40;
    private const int MaxSeparators = 14;

    internal override int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches)
    {
        var start = at + Prefix.Length;
        if (!EscapedText.IsBoundary(text, at) || (separators != Nothing && Run(text, ref start, separators, MaxSeparators) == 0))
        {
            return 0;
        }

        var end = start;
        if (Run(text, ref end, set, max) < min || (EscapedText.Read(text, end, out var next) > 0 && set.Contains(next)))
        {
            return 0;
        }

        // A text without digits may be a word of a sentence, unless it is longer than words are.
        return end - start < LongWord && text[start..end].IndexOfAnyInRange((byte)'0', (byte)'9') < 0 ? 0 : Found(ref matches, start, end);
    }
}
