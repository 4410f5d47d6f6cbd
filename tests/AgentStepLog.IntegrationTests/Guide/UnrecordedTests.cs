using System.Diagnostics.Tracing;
using System.Globalization;

namespace AgentStepLog.IntegrationTests.Guide;

public sealed class UnrecordedTests
{
    [Fact]
    public async Task A_listener_is_told_the_first_call_that_no_run_recorded_also_when_it_comes_later()
    {
        Assert.Null(StepLog.Current);
        Assert.Equal(2.50m, await new Shop().PlaceOrderAsync(new("tea", 1), TestContext.Current.CancellationToken));

        var told = new List<string>();
        using var listener = new UnrecordedListener(told.Add);

        Assert.Contains(" was called while no run was active, so the call was not recorded. Start a run before the call (StepLog.Start)", Assert.Single(told), StringComparison.Ordinal);
        Assert.True(UnrecordedCalls.Total > 0);
    }

    #region README
    private sealed class UnrecordedListener(Action<string> tell) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "AgentStepLog")
            {
                EnableEvents(source, EventLevel.Warning);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs e) =>
            tell(string.Format(CultureInfo.InvariantCulture, e.Message!, [.. e.Payload!]));
    }
    #endregion
}
