namespace AgentStepLog.IntegrationTests.TypedSteps;

/// <summary>A log that records a last step when it is disposed.</summary>
[StepLog]
public sealed partial class LastWordLog
{
    protected override ValueTask DisposeAsyncCore()
    {
        Record(new EventStep { Name = "last" });
        return base.DisposeAsyncCore();
    }

    protected override void Dispose(bool disposing)
    {
        Record(new EventStep { Name = "last" });
        base.Dispose(disposing);
    }
}

/// <summary>A derived log may record until it closes, in both ways of disposing of it.</summary>
public sealed class LastWordTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_last_step_of_a_derived_log_stands_before_the_end_and_once(bool isAsynchronous)
    {
        var log = LastWordLog.InMemory();
        if (isAsynchronous)
        {
            await log.DisposeAsync();
        }
        else
        {
            log.Dispose();
        }

        Assert.Equal(["run_start", "event", "run_end"], log.Steps.Select(static step => step.Type));
        Assert.Equal(0, log.Health.Late);
    }
}
