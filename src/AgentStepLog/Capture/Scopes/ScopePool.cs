using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>Reuses scopes with their buffers: the thread's own one first, then one of a few shared ones.</summary>
internal static class ScopePool
{
    private const int Shared = 32;

    private static readonly StepScope?[] s_shared = new StepScope?[Shared];

    // All scopes that exist, so that the end of a log finds those in use. Recording a call does not touch this list, except when a scope is made.
    private static readonly List<WeakReference<StepScope>> s_made = [];

    private static int s_sweepAt = 64;

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

        return Made(new());
    }

    /// <summary>The running calls of a log, in the order in which they began. Calls that end during this search may be among them.</summary>
    internal static List<RunningCall> Running(LogWriter writer)
    {
        var running = new List<RunningCall>();
        lock (s_made)
        {
            foreach (var made in s_made)
            {
                if (made.TryGetTarget(out var scope) && scope.RunningIn(writer) is { } call)
                {
                    running.Add(call);
                }
            }
        }

        running.Sort(static (a, b) => (a.Began, a.SpanId).CompareTo((b.Began, b.SpanId)));
        return running;
    }

    private static StepScope Made(StepScope scope)
    {
        lock (s_made)
        {
            if (s_made.Count >= s_sweepAt)
            {
                s_made.RemoveAll(static made => !made.TryGetTarget(out _));
                s_sweepAt = Math.Max(64, s_made.Count * 2);
            }

            s_made.Add(new(scope));
        }

        return scope;
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
