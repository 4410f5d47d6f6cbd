namespace AgentStepLog.Capture;

/// <summary>
/// Keeps recording from running away. A getter that is read for the log may make a recorded call, whose arguments have getters
/// again: without the log no code would have read them, so the log must end it.
/// </summary>
internal static class CaptureNesting
{
    /// <summary>Stands in place of what is not captured.</summary>
    internal const string Mark = "[depth]";

    // Each level may make several calls, so what this allows grows by its power.
    private const int MaxDepth = 4;

    [ThreadStatic]
    private static int t_depth;

    /// <summary>False if captures within captures are too deep; then there is nothing to leave.</summary>
    internal static bool TryEnter()
    {
        if (t_depth == MaxDepth)
        {
            return false;
        }

        t_depth++;
        return true;
    }

    internal static void Leave() => t_depth--;
}
