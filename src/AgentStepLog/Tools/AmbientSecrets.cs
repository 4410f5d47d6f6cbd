using AgentStepLog.Capture;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tools;

/// <summary>
/// Withholds secrets from texts that are cut before they come to a line, by the rules of the active log. They must be withheld before the cut, because half a secret
/// has no shape any more, and half a known value is not recognized.
/// </summary>
internal static class AmbientSecrets
{
    internal static SecretScanner Current => ActiveStep.Open?.Log.Writer.Secrets.Shaped ?? SecretScanner.BuiltIn;

    /// <summary>The beginning of a text. If the text is cut, its secrets and known values are withheld.</summary>
    internal static string Beginning(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var beginning = TextStart.Searched(text, most);
        var redacted = ActiveStep.Open?.Log.Writer.Secrets is { } secrets ? secrets.Withhold(beginning) : Current.Withhold(beginning);
        return redacted[..Math.Min(redacted.Length, redacted.Length > most && char.IsHighSurrogate(redacted[most - 1]) ? most - 1 : most)];
    }
}
