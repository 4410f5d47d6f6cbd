namespace AgentStepLog.Writing;

/// <summary>
/// An exception and all exceptions within it, the nearest first. Reflection can put an exception within itself, and one exception can be within another in several
/// ways, or contain a million others. So each is visited once, and the walk ends after <see cref="Most"/>.
/// </summary>
internal static class ThrownTree
{
    /// <summary>The most exceptions that are visited.</summary>
    internal const int Most = 4096;

    /// <summary>The most messages that the message of an aggregate may join, if it is to be read.</summary>
    internal const int MostJoined = 100_000;

    /// <param name="root">The thrown exception, which becomes the first of the list.</param>
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

    /// <summary>
    /// Whether the message of an aggregate joins few enough messages to be read. An exception that is within another one twice appears in the message twice, so each
    /// level may double the text.
    /// </summary>
    internal static bool CanJoin(AggregateException root)
    {
        var rest = new Stack<AggregateException>([root]);
        for (var joined = 0; rest.TryPop(out var all);)
        {
            joined += all.InnerExceptions.Count;
            if (joined > MostJoined)
            {
                return false;
            }

            foreach (var inner in all.InnerExceptions)
            {
                if (inner is AggregateException deeper)
                {
                    rest.Push(deeper);
                }
            }
        }

        return true;
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
