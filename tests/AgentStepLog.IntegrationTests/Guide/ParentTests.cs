namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A run of a server takes its parent from a request.</summary>
public sealed class ParentTests
{
    [Fact]
    public void The_run_names_its_parent_and_is_in_its_trace()
    {
        using var parent = StepLog.InMemory();
        var headers = new Dictionary<string, string>();
        parent.CreateLink().AddTo(headers.Add);

        using var log = Start(headers);

        Assert.Equal((parent.RunId, parent.TraceId), (log.Header().ParentRunId, log.TraceId));
    }

    #region README
    private static StepLog Start(Dictionary<string, string> headers) =>
        StepLog.InMemory(new() { Parent = RunLink.FromHeaders(headers["traceparent"], headers["tracestate"]) });
    #endregion
}

file static class Logs
{
    public static RunStartStep Header(this StepLog log) => Assert.IsType<RunStartStep>(log.Steps[0]);
}
