namespace AgentStepLog.Tests.Support;

/// <summary>Waits for what another thread does. However long that takes on a busy machine, no test fails for it.</summary>
internal static class Until
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    /// <summary>Waits until the condition holds; it never does only where something is wrong.</summary>
    public static void Holds(Func<bool> condition, Func<string>? otherwise = null) =>
        Assert.True(SpinWait.SpinUntil(condition, s_patience), otherwise?.Invoke() ?? "What was waited for never came.");

    /// <summary>Waits until nothing holds an object any more.</summary>
    public static void IsGone(WeakReference reference) => Holds(
        () =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !reference.IsAlive;
        },
        static () => "It is still held.");
}
