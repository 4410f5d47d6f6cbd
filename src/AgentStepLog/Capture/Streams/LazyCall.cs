using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// A call that has returned lazy work: an async stream or a lazy sequence. Each enumeration is a step. The first enumeration is the step of the call itself, with the
/// calls made before it returned as children, and with their time.
/// </summary>
internal sealed class LazyCall
{
    private ActiveStep? _first;

    /// <param name="first">The step of the call itself.</param>
    internal LazyCall(ActiveStep first) => _first = first;

    internal required RecordedMethod Method { get; init; }

    internal required CallOrigin Origin { get; init; }

    /// <summary>The frame that contains the call.</summary>
    internal required AgentFrame Frame { get; init; }

    internal required ulong ParentId { get; init; }

    /// <summary>The attempt number of the call. A later enumeration may have another number.</summary>
    internal required int? Attempt { get; init; }

    internal required CapturedInput? Input { get; init; }

    /// <summary>The tools that the call offered to its model.</summary>
    internal required ToolSet? Tools { get; init; }

    /// <summary>The microseconds that the call itself took. Only the time inside MoveNext is added to them.</summary>
    internal required long Spent { get; init; }

    /// <summary>Whether the call has already written its intent, because it ran before its result was enumerated.</summary>
    internal required bool IsAnnounced { get; init; }

    internal RunLog Log => Frame.Log;

    /// <summary>Whether an enumeration must not run if its intent cannot be written.</summary>
    internal bool FailsClosed => Method.FailsClosedIn(Log);

    /// <summary>The exception for the code that enumerates, if the enumeration must not run.</summary>
    internal StepLogException Refused(Exception cause) => Method.Refused(Log, cause);

    /// <summary>Makes the step of the next enumeration. It may throw, because the log's ids may be the user's code.</summary>
    internal (ActiveStep Node, bool IsFirst) NextStep()
    {
        if (Interlocked.Exchange(ref _first, null) is { } first)
        {
            return (first, true);
        }

        var frame = Method.Kind == StepKind.AgentCall ? new AgentFrame(Frame) : Frame;
        return (new(frame, Log.Options.Ids.NewSpanId()), false);
    }
}
