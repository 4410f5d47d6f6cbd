using AgentStepLog.Capture;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tools;

/// <summary>
/// What the log that is active here withholds by, for texts that are cut before they come to a line: half a token has no shape any more, and half a known value
/// is not known, so that they are withheld before.
/// </summary>
internal static class AmbientSecrets
{
    internal static SecretScanner Current => ActiveStep.Open?.Log.Writer.Secrets.Shaped ?? SecretScanner.BuiltIn;

    /// <summary>The beginning of a text, without tokens and known values where it is cut.</summary>
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
