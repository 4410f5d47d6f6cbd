namespace AgentStepLog.Writing;

/// <summary>
/// Chooses which inner exceptions a record names: the four nearest and the deepest. In a long chain the outer ones say what was tried, and the innermost says what went
/// wrong. Each one comes after the one that it caused.
/// </summary>
internal static class ErrorCauses
{
    internal static ErrorCause[] Of(List<ThrownNode> thrown) =>
        thrown.Count == 1 ? [] : [.. Chosen(thrown).OrderBy(index => Path(thrown, index), s_treeOrder).Select(index => Told(thrown[index]))];

    private static readonly Comparer<int[]> s_treeOrder = Comparer<int[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b));

    // The list is sorted by depth.
    private static int[] Chosen(List<ThrownNode> thrown)
    {
        int[] chosen = [.. Enumerable.Range(1, Math.Min(thrown.Count - 1, LineLimits.MaxCauses))];
        var deepest = thrown.FindIndex(node => node.Depth == thrown[^1].Depth);
        if (thrown[deepest].Depth > thrown[chosen[^1]].Depth)
        {
            chosen[^1] = deepest;
        }

        return chosen;
    }

    // The path leads from the root to the exception, so that an exception sorts after the one that contains it.
    private static int[] Path(List<ThrownNode> thrown, int index)
    {
        var path = new List<int>();
        for (; index >= 0; index = thrown[index].Parent)
        {
            path.Add(index);
        }

        path.Reverse();
        return [.. path];
    }

    private static ErrorCause Told(ThrownNode node) => new()
    {
        Depth = node.Depth,
        Type = ErrorText.TypeName(node.Exception),
        Message = ErrorText.Message(node.Exception),
    };
}
