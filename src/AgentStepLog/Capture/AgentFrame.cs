using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// The sums over all calls within one agent call, or within the whole log. The tokens of a model call count as own tokens of the nearest agent around it, and in the
/// total of every agent around it.
/// </summary>
internal sealed class AgentFrame
{
    private readonly AgentFrame? _outer;
    private Tokens _own;
    private Tokens _total;

    /// <summary>Makes the frame of a log that becomes active.</summary>
    /// <param name="log">The log.</param>
    /// <param name="outside">The step that is active outside of the log.</param>
    internal AgentFrame(RunLog log, ActiveStep? outside)
    {
        Log = log;
        Outside = outside;
    }

    /// <summary>Makes the frame of an agent call.</summary>
    /// <param name="outer">The frame around it.</param>
    internal AgentFrame(AgentFrame outer)
        : this(outer.Log, outer.Outside) => _outer = outer;

    internal RunLog Log { get; }

    /// <summary>The step that is active once the log is closed; null for none.</summary>
    internal ActiveStep? Outside { get; }

    internal void Add(Tokens tokens)
    {
        lock (Log.FramesGate)
        {
            _own += tokens;
            for (var frame = this; frame is not null; frame = frame._outer)
            {
                frame._total += tokens;
            }
        }
    }

    internal (Tokens Own, Tokens Total) Sums()
    {
        lock (Log.FramesGate)
        {
            return (_own, _total);
        }
    }
}
