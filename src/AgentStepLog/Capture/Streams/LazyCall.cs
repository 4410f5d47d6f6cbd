using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// A call that has returned something that runs later: an async stream or a lazy sequence. Each enumeration of it is a step, and
/// the first one is the step of the call itself: what the call did before it returned is its child, and in its time.
/// </summary>
internal sealed class LazyCall
{
    private ActiveStep? _first;

    /// <param name="first">The step of the call itself.</param>
    internal LazyCall(ActiveStep first) => _first = first;

    internal required RecordedMethod Method { get; init; }

    internal required CallOrigin Origin { get; init; }

    /// <summary>The frame around the call.</summary>
    internal required AgentFrame Frame { get; init; }

    internal required ulong ParentId { get; init; }

    /// <summary>Which attempt the call was; who enumerates its result again may say another.</summary>
    internal required int? Attempt { get; init; }

    internal required CapturedInput? Input { get; init; }

    /// <summary>What the call offered to its model.</summary>
    internal required ToolSet? Tools { get; init; }

    /// <summary>Microseconds that the call itself took; only the time inside MoveNext is added to it.</summary>
    internal required long Spent { get; init; }

    /// <summary>Whether the call has written its intent already, since it ran before there was anything to enumerate.</summary>
    internal required bool IsAnnounced { get; init; }

    internal RunLog Log => Frame.Log;

    /// <summary>Whether an enumeration that cannot be announced must not go on.</summary>
    internal bool FailsClosed => Method.FailsClosedIn(Log);

    /// <summary>What who enumerates gets then.</summary>
    internal StepLogException Refused(Exception cause) => Method.Refused(Log, cause);

    /// <summary>The step of the next enumeration; the log's ids may be the user's, and throw.</summary>
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
