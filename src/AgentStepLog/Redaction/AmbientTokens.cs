namespace AgentStepLog.Redacting;

/// <summary>
/// The shapes of the log that is active here, for texts that are cut before they come to a line: half a token has no shape any more, so it
/// is withheld before.
/// </summary>
internal static class AmbientTokens
{
    internal static TokenScanner Current => (StepLog.Current?.Options.Redaction ?? RedactionOptions.Default).Scanner;

    /// <summary>The beginning of a text, without tokens where it is cut.</summary>
    internal static string Beginning(string text, int most)
    {
        // Far enough that no token begins within and ends beyond.
        const int Reach = 64 * 1024;
        if (text.Length <= most)
        {
            return text;
        }

        var redacted = Current.Redact(text.Length <= most + Reach ? text : text[..(most + Reach)]);
        return redacted[..Math.Min(redacted.Length, redacted.Length > most && char.IsHighSurrogate(redacted[most - 1]) ? most - 1 : most)];
    }
}
