using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class LineageTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string TraceParent = $"00-{Trace}-00f067aa0ba902b7-01";

    [Fact]
    public void A_trace_state_that_is_longer_than_any_real_one_names_no_run()
    {
        const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Assert.Equal("r", RunLink.FromHeaders(TraceParent, "agentsteplog=r," + new string('a', 8000)).RunId);
        Assert.Null(RunLink.FromHeaders(TraceParent, "agentsteplog=r," + new string('a', 9000)).RunId);
    }

    [Fact]
    public async Task A_child_process_names_the_run_that_started_it_and_shares_its_trace()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.InMemory();
        var start = ChildProcess.Doing("log", directory.Path);
        log.CreateLink().AddTo(start);

        await ChildProcess.RunAsync(start);

        var child = Header(directory);
        Assert.Equal((log.RunId, log.TraceId), (child.ParentRunId, child.TraceId));
        Assert.Equal(log.TraceId, Assert.IsType<RunStartStep>(log.Steps[0]).TraceId);
    }

    [Fact]
    public async Task A_child_process_takes_nothing_where_its_options_say_so_or_nobody_passed_anything_on()
    {
        using var directory = new TempDirectory();
        using var other = new TempDirectory();
        using var log = StepLog.InMemory();
        var alone = ChildProcess.Doing("log alone", directory.Path);
        log.CreateLink().AddTo(alone);
        await ChildProcess.RunAsync(alone);
        await ChildProcess.RunAsync(ChildProcess.Doing("log", other.Path));

        Assert.All([Header(directory), Header(other)], header =>
        {
            Assert.Null(header.ParentRunId);
            Assert.NotEqual(log.TraceId, header.TraceId);
            Assert.Matches("^[0-9a-f]{32}$", header.TraceId);
        });
    }

    [Fact]
    public async Task A_child_process_is_not_disturbed_by_an_environment_that_makes_no_sense()
    {
        using var directory = new TempDirectory();
        var start = ChildProcess.Doing("log", directory.Path);
        start.Environment[RunLink.RunIdVariable] = "../../etc/passwd";
        start.Environment[RunLink.TraceParentVariable] = "00-zz";

        await ChildProcess.RunAsync(start);

        Assert.Null(Header(directory).ParentRunId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_http_a_server_learns_run_and_trace_whether_or_not_an_activity_runs(bool traced)
    {
        using var activity = traced ? new Activity("caller") { TraceStateString = "vendor=1,agentsteplog=older" }.Start() : null;
        using var log = StepLog.InMemory();
        using var call = log.ToolCall("remote");
        using var server = new LocalServer();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        log.CreateLink().AddTo(request);
        log.CreateLink().AddTo(request); // again, as a loop of retries may
        var answered = server.AnswerOneAsync();
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var (traceParent, traceState) = await answered;

        Assert.Equal(traced ? $"agentsteplog={log.RunId},vendor=1" : $"agentsteplog={log.RunId}", traceState);
        var link = RunLink.FromHeaders(traceParent, traceState);
        Assert.Equal((log.RunId, log.TraceId), (link.RunId, link.TraceId));
        using var served = StepLog.InMemory(new() { Parent = link, InheritParent = false });
        var header = Assert.IsType<RunStartStep>(served.Steps[0]);
        Assert.Equal((log.RunId, log.TraceId), (header.ParentRunId, header.TraceId));
        if (traced)
        {
            Assert.Equal(activity!.TraceId.ToHexString(), log.TraceId);
        }
    }

    [Fact]
    public void Without_an_activity_the_step_that_runs_is_the_span_that_calls()
    {
        using var log = StepLog.InMemory();
        using var call = log.ToolCall("remote");
        var headers = new Dictionary<string, string>();
        log.CreateLink().AddTo((name, value) => headers.Add(name, value));
        call.Complete();

        Assert.Equal(["traceparent", "tracestate"], headers.Keys);
        Assert.Equal($"00-{log.TraceId}-{LogLines.Text(LogLines.Single(log, "tool_call"), "span_id")}-01", headers["traceparent"]);
    }

    [Fact]
    public void A_link_that_came_in_is_handed_on_as_it_came()
    {
        var sent = new Dictionary<string, string>();
        RunLink.FromHeaders(TraceParent, "vendor=1,agentsteplog=remote").AddTo(sent.Add);
        Assert.Equal((TraceParent, "agentsteplog=remote,vendor=1"), (sent["traceparent"], sent["tracestate"]));

        var child = new ProcessStartInfo();
        RunLink.FromHeaders(TraceParent, "agentsteplog=remote").AddTo(child);
        Assert.Equal(("remote", TraceParent), (child.Environment[RunLink.RunIdVariable], child.Environment[RunLink.TraceParentVariable]));
    }

    [Fact]
    public void A_link_without_a_run_adds_nothing()
    {
        RunLink.FromHeaders(TraceParent, "vendor=1").AddTo(static (name, _) => Assert.Fail(name));
        new RunLink().AddTo(static (name, _) => Assert.Fail(name));
        var child = new ProcessStartInfo();
        new RunLink().AddTo(child);
        Assert.False(child.Environment.ContainsKey(RunLink.RunIdVariable));
    }

    [Theory]
    [InlineData("Staging", "Production", "Staging")]
    [InlineData(null, "Production", "Production")]
    [InlineData("", "Production", "Production")]
    [InlineData(null, null, null)]
    public async Task The_environment_is_that_of_the_process(string? dotnet, string? aspNet, string? expected)
    {
        using var directory = new TempDirectory();
        var start = ChildProcess.Doing("log", directory.Path);
        (start.Environment["DOTNET_ENVIRONMENT"], start.Environment["ASPNETCORE_ENVIRONMENT"]) = (dotnet, aspNet);
        await ChildProcess.RunAsync(start);

        Assert.Equal(expected, StepLogDirectory.Open(directory.Path).GetRuns().Single().ReadHeader().Environment);
    }

    [Fact]
    public void A_run_within_another_one_names_that_one_unless_told_otherwise()
    {
        using var outer = StepLog.InMemory();
        using var inner = StepLog.InMemory();
        using var alone = StepLog.InMemory(new() { InheritParent = false });
        using var named = StepLog.InMemory(new() { ParentRunId = "other", Parent = RunLink.FromHeaders(TraceParent, null) });
        using var linked = StepLog.InMemory(new() { Parent = RunLink.FromHeaders(TraceParent, "agentsteplog=remote") });
        using var same = StepLog.InMemory(new() { Ids = StepIds.Sequential() });

        Assert.Equal((outer.RunId, outer.TraceId), Of(inner));
        Assert.Null(Of(alone).Run);
        Assert.Equal(("other", Trace), Of(named));
        Assert.Equal(("remote", Trace), Of(linked));
        Assert.Equal((null, null), Of(same));
    }

    [Fact]
    public void A_run_under_an_activity_that_came_from_another_run_names_that_one()
    {
        using var activity = new Activity("served").SetParentId(TraceParent);
        activity.TraceStateString = "vendor=1, agentsteplog=remote";
        activity.Start();
        using var log = StepLog.InMemory();

        Assert.Equal(("remote", Trace), Of(log));
    }

    [Theory]
    [InlineData(null, "agentsteplog=r1", null, null)]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01", "agentsteplog=r1", null, null)]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", "agentsteplog=r1", null, null)]
    [InlineData("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "agentsteplog=r1", null, null)]
    [InlineData("", "agentsteplog=r1", null, null)]
    [InlineData(TraceParent, null, null, Trace)]
    [InlineData(TraceParent, "a=b,=,,agentsteplog,agentsteplog=r1,agentsteplog=r2", "r1", Trace)]
    [InlineData(TraceParent, "agentsteplog=../x", null, Trace)]
    [InlineData(TraceParent, "agentsteplog=", null, Trace)]
    public void Headers_that_anyone_may_send_are_taken_for_what_they_are_worth(string? traceParent, string? traceState, string? run, string? trace)
    {
        var link = RunLink.FromHeaders(traceParent, traceState);
        Assert.Equal((run, trace), (link.RunId, link.TraceId));
    }

    private static (string? Run, string? Trace) Of(StepLog log)
    {
        var header = StepLogFile.Parse(log.ToArray()).Header;
        return (header.ParentRunId, header.TraceId);
    }

    private static RunStartStep Header(TempDirectory directory) =>
        StepLogFile.Read(Assert.Single(Directory.GetFiles(directory.Path, "*.jsonl"))).Header;

    private sealed class LocalServer : IDisposable
    {
        private readonly HttpListener _listener;

        public LocalServer() => (_listener, Address) = Begin();

        public string Address { get; }

        // Somebody else may take the port between the two.
        private static (HttpListener Listener, string Address) Begin()
        {
            for (var attempt = 1; ; attempt++)
            {
                using var probe = new TcpListener(IPAddress.Loopback, 0);
                probe.Start();
                var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
                probe.Stop();
                var listener = new HttpListener { Prefixes = { address } };
                try
                {
                    listener.Start();
                    return (listener, address);
                }
                catch (HttpListenerException) when (attempt < 100)
                {
                    listener.Close();
                }
            }
        }

        public async Task<(string? TraceParent, string? TraceState)> AnswerOneAsync()
        {
            var context = await _listener.GetContextAsync();
            var (parent, state) = (context.Request.Headers["traceparent"], context.Request.Headers["tracestate"]);
            context.Response.Close();
            return (parent, state);
        }

        public void Dispose() => _listener.Close();
    }

    [Fact]
    public void What_a_client_sent_begins_no_header_of_its_own()
    {
        var link = RunLink.FromHeaders("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "agentsteplog=r1,a=b\r\nX-Evil: 1,c=\u20ac,d=e");
        using var request = new HttpRequestMessage();
        link.AddTo(request);
        Assert.Equal(["agentsteplog=r1,d=e"], request.Headers.GetValues("tracestate"));
    }

    [Fact]
    public void Without_inheritance_the_trace_of_an_activity_is_not_taken()
    {
        using var activity = new Activity("x").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var log = StepLog.InMemory(new() { InheritParent = false });
        Assert.NotEqual(activity.TraceId.ToHexString(), log.TraceId);
    }

    [Fact]
    public void Activations_and_attempts_that_end_out_of_order_leave_nothing_behind()
    {
        using var a = StepLog.InMemory();
        using var b = StepLog.InMemory();
        var (first, second) = (a.Use(), b.Use());
        var (one, two) = (CallAttempt.Start(2), CallAttempt.Start(3));
        one.Dispose();
        two.Dispose();
        first.Dispose();
        second.Dispose();
        Calls.Say("x");
        Assert.Empty(a.Steps.OfType<ToolCallStep>());
        Assert.Null(Assert.Single(b.Steps.OfType<ToolCallStep>()).Attempt);
    }
}
