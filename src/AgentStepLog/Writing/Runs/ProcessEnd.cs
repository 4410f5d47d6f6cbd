using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AgentStepLog.Writing;

/// <summary>
/// Writes the queued lines of open logs when the process ends in order, by an unhandled exception, or by a signal that asks it to end. It does nothing if the process
/// is killed or fails fast. It waits some seconds at most, in case the disk does not answer.
/// </summary>
internal static class ProcessEnd
{
    private static readonly ConditionalWeakTable<LogWriter, object?> s_open = [];
    private static int s_watching;
    private static PosixSignalRegistration?[] s_signals = [];

    /// <summary>How long the end of the process waits for the disk. Tests set it longer, because a slow machine may need more time.</summary>
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

    // Since .NET 10, these signals end a process without ProcessExit unless a handler stops that. The handler here does not change what the signals do.
    private static PosixSignalRegistration? Watch(PosixSignal signal)
    {
        try
        {
            return PosixSignalRegistration.Create(signal, static _ => CatchUp());
        }
        catch (Exception e) when (e is PlatformNotSupportedException or IOException)
        {
            return null; // the platform has no signals
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
