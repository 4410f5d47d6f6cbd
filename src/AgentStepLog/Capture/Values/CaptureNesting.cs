namespace AgentStepLog.Capture;

/// <summary>
/// Prevents endless recursion in recording. A getter that the log reads may make a recorded call, whose arguments have getters too. Without the log no code would read
/// them, so the log must end the recursion.
/// </summary>
internal static class CaptureNesting
{
    /// <summary>The mark for a value that is not captured.</summary>
    internal const string Mark = "[depth]";

    // Each level may make several calls, so the number of captures grows exponentially with this value.
    private const int MaxDepth = 4;

    [ThreadStatic]
    private static int t_depth;

    /// <summary>Enters a level; false if captures are nested too deeply, and then the caller must not leave it.</summary>
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
