using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// The call that runs in this flow, or the log where none does. Small and never used again, unlike the pooled
/// <see cref="StepScope"/>: work that outlives its call still finds here whose child it is.
/// </summary>
internal sealed class ActiveStep(AgentFrame frame, ulong spanId)
{
    private static readonly AsyncLocal<ActiveStep?> s_current = new();

    private StepNotes? _notes;

    internal static ActiveStep? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>
    /// The nearest one whose log is open. A log may be closed and not yet disposed, or closed elsewhere: what was active around
    /// it is so again.
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

    /// <summary>The nearest call, whatever logs were started or made active within it; null where none runs.</summary>
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

    /// <summary>Zero where the log itself is active and no call.</summary>
    internal ulong SpanId { get; } = spanId;

    /// <summary>A log as what is active, and no call of it.</summary>
    internal static ActiveStep Root(RunLog log, ActiveStep? outside) => new(new(log, outside), 0);

    /// <summary>Leaves a text on the step that runs here; without one it does nothing.</summary>
    internal static void NoteHere(string text)
    {
        var step = Current is { SpanId: not 0 } running ? running : Open;
        if (step is { SpanId: not 0 })
        {
            step.Note(text);
        }
    }

    /// <summary>The nearest one of this log, from here outwards; null where it is not active.</summary>
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

    // Most calls leave none. Who notes while the call ends races with its end anyway.
    internal string[] Notes() => Volatile.Read(ref _notes)?.ToArray() ?? [];
}
