namespace AgentStepLog.Writing;

/// <summary>The parts of a log that a call needs to be recorded in it.</summary>
/// <param name="owner">The log object that users have.</param>
/// <param name="runId">The run's id.</param>
/// <param name="options">What is recorded, and how.</param>
/// <param name="writer">Writes its lines.</param>
/// <param name="isOff">Whether recording is off. Then the log is only a header and an end in memory, which no reader sees.</param>
internal sealed class RunLog(object owner, string runId, StepLogOptions options, LogWriter writer, bool isOff)
{
    private static int s_open;

    private int _counted;

    /// <summary>Whether any log is open. While there is none, every call skips recording quickly.</summary>
    internal static bool AnyOpen => Volatile.Read(ref s_open) > 0;

    internal object Owner { get; } = owner;

    internal string RunId { get; } = runId;

    internal StepLogOptions Options { get; } = options;

    internal LogWriter Writer { get; } = writer;

    internal bool IsOff { get; } = isOff;

    internal bool IsClosed => Writer.IsClosed;

    /// <summary>Guards the sums of this log's calls.</summary>
    internal object FramesGate { get; } = new();

    /// <summary>Counts the log as open. A log that is off does not count, so calls behave as if there were no log.</summary>
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
