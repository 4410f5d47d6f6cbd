using AgentStepLog.Hashing;

namespace AgentStepLog.Writing;

/// <summary>How far the log is: what the next line builds on. A value, so that a write that fails can go back to where it began.</summary>
internal struct Chain
{
    /// <summary>The next line's number.</summary>
    internal long Number;

    /// <summary>The leaf of the line before it; of a log's first line, a nonce.</summary>
    internal Leaf Previous;

    /// <summary>The time of the line before it, in microseconds since the header: no later line has a lesser one.</summary>
    internal long Elapsed;
}
