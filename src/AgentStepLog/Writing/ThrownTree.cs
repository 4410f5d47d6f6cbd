namespace AgentStepLog.Writing;

/// <summary>
/// An exception and all within it, the nearest first. An exception can be within itself, by reflection or by several ways, and hold a million others: each
/// is met once, and the walk ends after <see cref="Most"/>.
/// </summary>
internal static class ThrownTree
{
    /// <summary>More exceptions than these are not looked at.</summary>
    internal const int Most = 4096;

    /// <param name="root">What was thrown: the first of the list.</param>
    internal static List<ThrownNode> Of(Exception root)
    {
        List<ThrownNode> nodes = [new(root, 0, -1)];
        if (root.InnerException is null)
        {
            return nodes;
        }

        var met = new HashSet<Exception>(ReferenceEqualityComparer.Instance) { root };
        for (var at = 0; at < nodes.Count && nodes.Count < Most; at++)
        {
            AddWithin(at, nodes, met);
        }

        return nodes;
    }

    private static void AddWithin(int parent, List<ThrownNode> nodes, HashSet<Exception> met)
    {
        var (exception, depth, _) = nodes[parent];
        if (exception is not AggregateException all)
        {
            Add(exception.InnerException);
            return;
        }

        for (var i = 0; i < all.InnerExceptions.Count && nodes.Count < Most; i++)
        {
            Add(all.InnerExceptions[i]);
        }

        void Add(Exception? inner)
        {
            if (inner is not null && met.Add(inner))
            {
                nodes.Add(new(inner, depth + 1, parent));
            }
        }
    }
}
