using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>Scopes with their buffers, to be used again: first the thread's own, then one of a few shared ones.</summary>
internal static class ScopePool
{
    private const int Shared = 32;

    private static readonly StepScope?[] s_shared = new StepScope?[Shared];

    // All that were made and are not collected, so that the end of a log finds those in use. A call that is recorded takes one from the pool, and does not come here.
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

    /// <summary>The calls of a log that run, in the order in which they began. Those that end meanwhile may be among them.</summary>
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
