using AgentStepLog.Records;

namespace AgentStepLog.Tools;

/// <summary>
/// A text of unknown origin within a message for a model. It is visible, as <see cref="VisibleText"/> makes it, and short, so that it cannot fill the model's context
/// window.
/// </summary>
internal static class ShownText
{
    public static string Of(string text, int most = VisibleText.MaxShown) =>
        VisibleText.Of(text.Length <= most ? text : AmbientSecrets.Beginning(text, most) + "…");
}
