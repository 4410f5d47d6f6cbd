namespace AgentStepLog.Writing;

/// <summary>Where a value that may be spilled stands in its line.</summary>
internal readonly record struct LineValue(int Start, int Length, int Parent)
{
    internal const int NoParent = -1;

    internal int End => Start + Length;
}
