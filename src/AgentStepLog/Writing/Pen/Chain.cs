using AgentStepLog.Hashing;

namespace AgentStepLog.Writing;

/// <summary>The state of the chain that the next line continues. It is a value, so that a failed write can return to the state before it.</summary>
internal struct Chain
{
    /// <summary>The next line's number.</summary>
    internal long Number;

    /// <summary>The leaf of the line before it; of a log's first line, a nonce.</summary>
    internal Leaf Previous;

    /// <summary>The time of the line before it, in microseconds since the header. Times never decrease.</summary>
    internal long Elapsed;
}
