namespace AgentStepLog.Capture;

/// <summary>Scopes with their buffers, to be used again: first the thread's own, then one of a few shared ones.</summary>
internal static class ScopePool
{
    private const int Shared = 32;

    private static readonly StepScope?[] s_shared = new StepScope?[Shared];

    [ThreadStatic]
    private static StepScope? t_own;

    internal static StepScope Rent()
    {
        if (t_own is { } own)
        {
            t_own = null;
            return own;
        }

        for (var i = 0; i < Shared; i++)
        {
            if (Volatile.Read(ref s_shared[i]) is not null && Interlocked.Exchange(ref s_shared[i], null) is { } scope)
            {
                return scope;
            }
        }

        return new();
    }

    internal static void Return(StepScope scope)
    {
        if (t_own is null)
        {
            t_own = scope;
            return;
        }

        for (var i = 0; i < Shared; i++)
        {
            if (Volatile.Read(ref s_shared[i]) is null && Interlocked.CompareExchange(ref s_shared[i], scope, null) is null)
            {
                return;
            }
        }
    }
}
