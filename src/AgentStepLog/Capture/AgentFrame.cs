using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// What the calls below one agent call add up to; at the root, below the log itself. Tokens of a model call count as the own
/// ones of the nearest enclosing agent, and in the total of each agent around it.
/// </summary>
internal sealed class AgentFrame(StepLog log, AgentFrame? outer)
{
    private Tokens _own;
    private Tokens _total;

    internal StepLog Log { get; } = log;

    internal void Add(Tokens tokens)
    {
        lock (this)
        {
            _own += tokens;
        }

        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            lock (frame)
            {
                frame._total += tokens;
            }
        }
    }

    internal (Tokens Own, Tokens Total) Sums()
    {
        lock (this)
        {
            return (_own, _total);
        }
    }

    private AgentFrame? Outer { get; } = outer;
}
