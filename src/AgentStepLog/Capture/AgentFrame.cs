using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// What the calls below one agent call add up to; at the root, below the log itself. Tokens of a model call count as the own
/// ones of the nearest enclosing agent, and in the total of each agent around it.
/// </summary>
internal sealed class AgentFrame
{
    private readonly AgentFrame? _outer;
    private Tokens _own;
    private Tokens _total;

    /// <summary>The frame of a log where it is made active.</summary>
    /// <param name="log">The log.</param>
    /// <param name="outside">What is active there without it.</param>
    internal AgentFrame(RunLog log, ActiveStep? outside)
    {
        Log = log;
        Outside = outside;
    }

    /// <summary>The frame of an agent call.</summary>
    /// <param name="outer">The frame around it.</param>
    internal AgentFrame(AgentFrame outer)
        : this(outer.Log, outer.Outside) => _outer = outer;

    internal RunLog Log { get; }

    /// <summary>What counts as active once the log is closed; null where nothing does.</summary>
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
