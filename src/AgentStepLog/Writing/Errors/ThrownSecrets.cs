using System.Runtime.CompilerServices;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>
/// Passes withheld values from one run to another with an exception. The exception may leave a call of one run and fail a call of another run, which has never seen the
/// value that the text quotes. The link lives as long as the exception, and does not change the exception.
/// </summary>
internal static class ThrownSecrets
{
    private static readonly ConditionalWeakTable<Exception, RunSecrets> s_runs = [];

    /// <summary>
    /// Called when an exception fails a call of a run. The run learns the values that the exception's text contains and that other runs withheld while the exception
    /// passed through them.
    /// </summary>
    internal static void Pass(Exception? exception, RunSecrets run)
    {
        if (exception is null)
        {
            return;
        }

        var thrown = ThrownTree.Of(exception);
        foreach (var other in thrown.Select(static one => s_runs.TryGetValue(one.Exception, out var known) ? known : null).Distinct())
        {
            if (other is not null && other != run)
            {
                run.Known.AddThoseOf(other.Known, Text(thrown));
            }
        }

        if (!run.Known.IsEmpty)
        {
            s_runs.AddOrUpdate(exception, run);
        }
    }

    // All text of the exceptions that a record may contain.
    private static string Text(List<ThrownNode> thrown) =>
        string.Join('\n', thrown.SelectMany(static one => ErrorText.Frames(one.Exception).Prepend(ErrorText.Message(one.Exception))));
}
