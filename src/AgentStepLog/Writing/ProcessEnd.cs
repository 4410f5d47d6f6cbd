using System.Runtime.CompilerServices;

namespace AgentStepLog.Writing;

/// <summary>
/// Writes what waits in the queues of open logs when the process ends in order, or by an exception that nobody caught. Not when it is killed,
/// or fails fast; and not for longer than some seconds, if the disk does not answer.
/// </summary>
internal static class ProcessEnd
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly ConditionalWeakTable<LogWriter, object?> s_open = [];
    private static int s_watching;

    internal static void Watch(LogWriter writer)
    {
        s_open.Add(writer, null);
        if (Interlocked.Exchange(ref s_watching, 1) == 0)
        {
            AppDomain.CurrentDomain.ProcessExit += static (_, _) => CatchUp();
            AppDomain.CurrentDomain.UnhandledException += static (_, _) => CatchUp();
        }
    }

    internal static void Forget(LogWriter writer) => s_open.Remove(writer);

    private static void CatchUp()
    {
        foreach (var (writer, _) in s_open)
        {
            writer.CatchUp(s_patience);
        }
    }
}
