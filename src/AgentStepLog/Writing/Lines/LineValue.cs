namespace AgentStepLog.Writing;

/// <summary>Where a value that may leave its line stands in it.</summary>
internal readonly record struct LineValue(int Start, int Length, int Parent, LineValueForm Form)
{
    internal const int NoParent = -1;

    internal int End => Start + Length;
}
