namespace AgentStepLog.Writing;

/// <summary>The place of a value in a line, which may become a blob.</summary>
internal readonly record struct LineValue(int Start, int Length, int Parent, LineValueForm Form)
{
    internal const int NoParent = -1;

    internal int End => Start + Length;
}
