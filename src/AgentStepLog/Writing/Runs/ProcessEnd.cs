using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AgentStepLog.Writing;

/// <summary>
/// Writes what waits in the queues of open logs when the process ends in order, by an exception that nobody caught, or by a signal that asks it to
/// end. Not when it is killed, or fails fast; and not for longer than some seconds, if the disk does not answer.
/// </summary>
internal static class ProcessEnd
{
    private static readonly ConditionalWeakTable<LogWriter, object?> s_open = [];
    private static int s_watching;
    private static PosixSignalRegistration?[] s_signals = [];

    /// <summary>How long the end of the process waits for the disk; tests of a disk that answers wait as long as their machine takes.</summary>
    internal static TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    internal static void Watch(LogWriter writer)
    {
        s_open.Add(writer, null);
        if (Interlocked.Exchange(ref s_watching, 1) == 0)
        {
            AppDomain.CurrentDomain.ProcessExit += static (_, _) => CatchUp();
            AppDomain.CurrentDomain.UnhandledException += static (_, _) => CatchUp();
            s_signals = [Watch(PosixSignal.SIGTERM), Watch(PosixSignal.SIGINT), Watch(PosixSignal.SIGHUP)];
        }
    }

    internal static void Forget(LogWriter writer) => s_open.Remove(writer);

    // Since .NET 10 a process that nobody's handler keeps from it dies of them without raising ProcessExit. Nothing is changed in what they do.
    private static PosixSignalRegistration? Watch(PosixSignal signal)
    {
        try
        {
            return PosixSignalRegistration.Create(signal, static _ => CatchUp());
        }
        catch (Exception e) when (e is PlatformNotSupportedException or IOException)
        {
            return null; // there are no signals here
        }
    }

    private static void CatchUp()
    {
        foreach (var (writer, _) in s_open)
        {
            writer.CatchUp(Patience);
        }
    }
}
