using System.Diagnostics;
using System.Runtime.CompilerServices;

#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>What a caller can see of the record, against all the other programs: docs/coverage.md names each.</summary>
public static partial class Differences
{
    [AgentTool] private static Task<int> Hand(Task<int> task) => task;

    [AgentTool, MethodImpl(MethodImplOptions.NoInlining)] private static string Above() => new StackTrace().GetFrame(1)!.GetMethod()!.Name;

    [AgentTool, MethodImpl(MethodImplOptions.NoInlining)] private static string Printed() => Environment.StackTrace;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task Frames_of_the_stack(Action<string> say)
    {
        say(Above());
        say($"printed: {Printed().Split('\n').Count(static l => l.Contains("Differential", StringComparison.Ordinal) && l.Contains(".Differences.", StringComparison.Ordinal))} "
            + $"{Printed().Contains("AgentStepLog.Generated", StringComparison.Ordinal)}");
        return Task.CompletedTask;
    }

    public static Task A_filter_runs_after_the_callees_finally(Action<string> say)
    {
        try
        {
            new Order(say).Fail(1);
        }
        catch (InvalidDataException) when (Order.Filter(say, true))
        {
            say("caught");
        }

        return Task.CompletedTask;
    }

    public static async Task A_task_that_is_pending_is_another_object(Action<string> say)
    {
        var source = new TaskCompletionSource<int>("state");
        var returned = Hand(source.Task);
        say($"same object: {ReferenceEquals(returned, source.Task)}");
        say($"state: {returned.AsyncState}");
        source.SetResult(1);
        say($"value: {await returned}");
    }

    public static async Task A_task_that_failed_is_another_object(Action<string> say)
    {
        var failed = Task.FromException<int>(new InvalidDataException("x"));
        var returned = Hand(failed);
        say($"same object: {ReferenceEquals(returned, failed)}");
        await ((Task)returned).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        say($"same exception: {ReferenceEquals(returned.Exception!.InnerException, failed.Exception!.InnerException)}");
    }
}
