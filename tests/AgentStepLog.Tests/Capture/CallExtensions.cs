namespace AgentStepLog.Tests.Capture;

internal static class CallExtensions
{
    /// <summary>Ends a call manually in one line.</summary>
    public static void Use<T>(this T call, Action<T> end)
        where T : IDisposable
    {
        using (call)
        {
            end(call);
        }
    }
}
