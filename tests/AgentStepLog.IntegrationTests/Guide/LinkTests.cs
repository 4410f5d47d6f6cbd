using System.Diagnostics;

namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A run passes its id and its trace to another process.</summary>
public sealed class LinkTests
{
    [Fact]
    public void A_link_names_the_run_and_its_trace()
    {
        using var log = StepLog.InMemory();
        var child = new ProcessStartInfo("child");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        var message = new Dictionary<string, string>();

        AddLink(log, child, request, message);

        Assert.Equal(log.RunId, child.Environment["AGENTSTEPLOG_PARENT_RUN_ID"]);
        Assert.Contains(log.TraceId!, child.Environment["TRACEPARENT"], StringComparison.Ordinal);
        Assert.Contains(log.TraceId!, Assert.Single(request.Headers.GetValues("traceparent")), StringComparison.Ordinal);
        Assert.Contains("agentsteplog=" + log.RunId, message["tracestate"], StringComparison.Ordinal);
    }

    #region README
    private static void AddLink(
        StepLog log, ProcessStartInfo child, HttpRequestMessage request, IDictionary<string, string> message)
    {
        log.CreateLink().AddTo(child);          // AGENTSTEPLOG_PARENT_RUN_ID and TRACEPARENT in the child's environment
        log.CreateLink().AddTo(request);        // traceparent and tracestate (agentsteplog=<run id>) of W3C trace context
        log.CreateLink().AddTo(message.Add);    // the same two for any other message
    }
    #endregion
}
