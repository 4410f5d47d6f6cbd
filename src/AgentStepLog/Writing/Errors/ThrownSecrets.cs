using System.Runtime.CompilerServices;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>
/// Takes what the text of an exception may tell from one run to the next: an exception that leaves a call of one run and fails a call of another, which
/// never was given the value. Known as long as the exception lives, and nothing of it is changed.
/// </summary>
internal static class ThrownSecrets
{
    private static readonly ConditionalWeakTable<Exception, RunSecrets> s_runs = [];

    /// <summary>An exception fails a call of a run: what other runs that it came through have withheld, and its text tells, this run knows from now on.</summary>
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

    // All that a record may tell of it.
    private static string Text(List<ThrownNode> thrown) =>
        string.Join('\n', thrown.SelectMany(static one => ErrorText.Frames(one.Exception).Prepend(ErrorText.Message(one.Exception))));
}
