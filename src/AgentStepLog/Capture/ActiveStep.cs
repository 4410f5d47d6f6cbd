using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// The call that runs in this flow, or the log if no call runs. The object is small and never reused, unlike the pooled <see cref="StepScope"/>: so work that outlives
/// its call still finds the right parent here.
/// </summary>
internal sealed class ActiveStep(AgentFrame frame, ulong spanId)
{
    private static readonly AsyncLocal<ActiveStep?> s_current = new();

    private StepNotes? _notes;

    /// <summary>The activation of a log that this is the root of; null for other steps.</summary>
    internal Activation? Activation { get; set; }

    internal static ActiveStep? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>
    /// The nearest step whose log is open. A log may be closed and not yet disposed, or be closed in another flow. Then the log around it is active again.
    /// </summary>
    internal static ActiveStep? Open
    {
        get
        {
            var step = Current;
            while (step is { Log.IsClosed: true })
            {
                step = step.Frame.Outside;
            }

            return step;
        }
    }

    /// <summary>The nearest call, even if logs were started or made active within it; null if no call runs.</summary>
    internal static ActiveStep? Call
    {
        get
        {
            var step = Current;
            while (step is { SpanId: 0 })
            {
                step = step.Frame.Outside;
            }

            return step;
        }
    }

    internal AgentFrame Frame { get; } = frame;

    internal RunLog Log => Frame.Log;

    /// <summary>The id of the call; zero if the log itself is active, and no call.</summary>
    internal ulong SpanId { get; } = spanId;

    /// <summary>Makes an active log without a call.</summary>
    internal static ActiveStep Root(RunLog log, ActiveStep? outside) => new(new(log, outside), 0);

    /// <summary>Adds a note to the step that runs in this flow. Without such a step it does nothing.</summary>
    internal static void NoteHere(string text)
    {
        var step = Current is { SpanId: not 0 } running ? running : Open;
        if (step is { SpanId: not 0 })
        {
            step.Note(text);
        }
    }

    /// <summary>The nearest step of the given log, from here outwards; null if that log is not active.</summary>
    internal ActiveStep? Of(RunLog log)
    {
        var step = this;
        while (step is not null && step.Log != log)
        {
            step = step.Frame.Outside;
        }

        return step;
    }

    internal void Note(string text) => StepNotes.Add(ref _notes, text);

    // The list is null for most calls, which have no notes. A note that is added while the call ends may be missing.
    internal string[] Notes() => Volatile.Read(ref _notes)?.ToArray() ?? [];
}
