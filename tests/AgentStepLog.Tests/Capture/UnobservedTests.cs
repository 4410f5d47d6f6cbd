using System.Runtime.CompilerServices;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Capture;

/// <summary>A failed task that nobody awaits is told to the process, recorded or not.</summary>
public sealed class UnobservedTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failed_task_that_is_dropped_still_counts_as_unobserved(bool pending)
    {
        using var log = StepLog.InMemory();
        var message = $"dropped, pending: {pending}";
        var seen = new TaskCompletionSource();
        void Look(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            if (e.Exception.InnerException?.Message == message)
            {
                seen.TrySetResult();
            }
        }

        TaskScheduler.UnobservedTaskException += Look;
        try
        {
            Drop(message, pending);
            Until.Holds(() =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return seen.Task.IsCompleted;
            });
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Look;
        }

        Assert.Equal(message, Assert.Single(log.Steps.OfType<ToolCallStep>()).Error);
    }

    [Fact]
    public void A_task_that_has_failed_is_handed_on_as_failed_at_once()
    {
        using var log = StepLog.InMemory();
        var task = Calls.Text(Calls.Echo, static () => Task.FromException<string>(new TimeoutException("too slow")));

        Assert.Equal(TaskStatus.Faulted, task.Status);
        Assert.IsType<TimeoutException>(Assert.Single(task.Exception!.InnerExceptions));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(string message, bool pending)
    {
        var source = new TaskCompletionSource<string>();
        if (!pending)
        {
            source.SetException(new TimeoutException(message));
        }

        _ = Calls.Text(Calls.Echo, () => source.Task);
        if (pending)
        {
            source.SetException(new TimeoutException(message));
        }
    }
}
