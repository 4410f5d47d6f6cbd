namespace AgentStepLog.Writing;

/// <summary>What a call needs of the log that it is recorded in.</summary>
/// <param name="owner">The log as its users have it.</param>
/// <param name="runId">The run's id.</param>
/// <param name="options">What is recorded, and how.</param>
/// <param name="writer">Writes its lines.</param>
/// <param name="isOff">Whether nothing is recorded: what is written stays a header and an end in memory, which nobody sees.</param>
internal sealed class RunLog(object owner, string runId, StepLogOptions options, LogWriter writer, bool isOff)
{
    private static int s_open;

    private int _counted;

    /// <summary>Whether any log is open at all: the quick way past every call while there is none.</summary>
    internal static bool AnyOpen => Volatile.Read(ref s_open) > 0;

    internal object Owner { get; } = owner;

    internal string RunId { get; } = runId;

    internal StepLogOptions Options { get; } = options;

    internal LogWriter Writer { get; } = writer;

    internal bool IsOff { get; } = isOff;

    internal bool IsClosed => Writer.IsClosed;

    /// <summary>Guards what the calls of this log add up to.</summary>
    internal object FramesGate { get; } = new();

    /// <summary>Begins to count it as open. One that is off is not: every call goes by as if there were no log.</summary>
    internal void Open()
    {
        _counted = 1;
        Interlocked.Increment(ref s_open);
    }

    internal void Close()
    {
        if (Interlocked.Exchange(ref _counted, 0) == 1)
        {
            Interlocked.Decrement(ref s_open);
        }
    }

    internal CaptureMode Limited(CaptureMode mode) => mode < Options.ContentLimit ? mode : Options.ContentLimit;
}
