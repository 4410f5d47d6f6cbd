using System.Text;
using System.Text.Json;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class StepLogTests
{
    [Theory]
    [InlineData(0L)]
    [InlineData(621_355_967_999_999_990L)] // a microsecond before 1970
    [InlineData(3_155_378_975_999_999_990L)] // the last one of all
    public void A_clock_may_show_any_date_and_each_is_read_back(long ticks)
    {
        var clock = new FixedClock { Now = new(ticks, TimeSpan.Zero) };
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        log.Record(new EventStep { Name = "e" });
        log.Complete();
        var read = StepLogFile.Parse(log.ToArray());
        Assert.Null(read.Damage);
        Assert.All(read.Steps, step => Assert.Equal(clock.Now, step.Timestamp));
    }

    [Fact]
    public void A_run_with_one_call_has_header_call_and_end_in_the_order_of_the_format()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r1", Agent = "surf", Task = "waves?", Environment = "Test", Metadata = new Dictionary<string, string> { ["b"] = "2", ["$a"] = "1" } });
        Calls.Say("hello");
        log.Complete("done");

        var lines = LogLines.Read(log);
        Assert.Equal(["run_start", "tool_call", "run_end"], lines.Select(LogLines.Type));
        Assert.Equal(
            ["v", "run_id", "step", "type", "ts", "mono_ms", "agent", "task", "environment", "host", "pid", "runtime", "library", "metadata", "prev", "crc"],
            LogLines.Names(lines[0]).Where(n => n != "trace_id"));
        Assert.Equal("""{"$$a":"1","b":"2"}""", lines[0].GetProperty("metadata").GetRawText());
        Assert.Equal(
            ["v", "run_id", "step", "type", "ts", "mono_ms", "duration_ms", "span_id", "route", "method", "caller", "tool", "input", "output", "error", "prev", "crc"],
            LogLines.Names(lines[1]));
        Assert.Equal("""{"file":"src/Agent.cs","line":12,"member":"Agent.RunAsync"}""", lines[1].GetProperty("caller").GetRawText());
        Assert.Equal("""{"value":"hello"}""", lines[1].GetProperty("input").GetRawText());
        Assert.Equal("hello", lines[1].GetProperty("output").GetString());
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("error").ValueKind);
        Assert.Equal("direct", LogLines.Text(lines[1], "route"));
        Assert.Matches("^[0-9a-f]{16}$", LogLines.Text(lines[1], "span_id"));
        Assert.Equal("completed", LogLines.Text(lines[2], "outcome"));
        Assert.Equal("done", LogLines.Text(lines[2], "answer"));
        Assert.Equal(1, lines[2].GetProperty("tool_calls").GetInt64());
        Assert.Equal(Path.Combine(directory.Path, "r1.jsonl"), log.Path);
        Assert.Equal(log.ToArray(), File.ReadAllBytes(log.Path!));
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void A_log_can_be_read_while_it_is_written_and_its_steps_come_back_typed()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path);
        Calls.Say("one");

        LogLines.AssertSound(log.ToArray());
        var step = Assert.IsType<ToolCallStep>(log.Steps[1]);
        Assert.Equal("Echo", step.Tool);
        Assert.Equal(JsonText.Of("one"), step.OutputJson);
        Assert.Same(step, log.Steps[1]);
        Assert.Equal(1, log.Summarize().ToolCalls);
    }

    [Fact]
    public void Only_the_last_steps_are_kept_and_totals_cover_all()
    {
        using var log = StepLog.InMemory(new() { KeepSteps = 2 });
        for (var i = 0; i < 5; i++)
        {
            Calls.Say($"call {i}");
        }

        Assert.Equal([4, 5], log.Steps.Select(s => s.Number));
        Assert.Equal(5, log.Summarize().ToolCalls);
        using var none = StepLog.InMemory(new() { KeepSteps = 0 });
        Assert.Empty(none.Steps);
    }

    [Fact]
    public void The_same_steps_make_the_same_bytes_with_a_fixed_clock_and_sequential_ids()
    {
        static byte[] Run()
        {
            var clock = new FixedClock();
            using var log = StepLog.InMemory(new() { TimeProvider = clock, Ids = StepIds.Sequential(), Environment = "t" });
            Calls.Say("one");
            clock.Advance(TimeSpan.FromMilliseconds(1.5));
            log.Record(new EventStep { Name = "tick", Data = JsonText.Of(1L) });
            log.Complete();
            return log.ToArray();
        }

        var first = Run();
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(Run()));
        Assert.Contains("\"ts\":1795251600.001500,\"mono_ms\":1.500,", Encoding.UTF8.GetString(first), StringComparison.Ordinal);
        LogLines.AssertSound(first);
    }

    [Fact]
    public void The_monotonic_clock_of_a_log_never_goes_back()
    {
        var clock = new FixedClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        clock.Advance(TimeSpan.FromSeconds(2));
        log.Record(new EventStep { Name = "late" });
        clock.Rewind(TimeSpan.FromSeconds(1));
        Calls.Say("early");

        Assert.Equal([0, 2000, 2000], LogLines.Read(log).Select(l => l.GetProperty("mono_ms").GetDouble()));
    }

    [Fact]
    public void No_two_logs_begin_alike()
    {
        using var first = StepLog.InMemory();
        using var second = StepLog.InMemory();
        Assert.NotEqual(LogLines.Text(LogLines.Read(first)[0], "prev"), LogLines.Text(LogLines.Read(second)[0], "prev"));
        Assert.NotEqual(first.RunId, second.RunId);
    }

    [Fact]
    public void The_header_takes_the_environment_and_the_trace_from_around_it()
    {
        using var activity = new System.Diagnostics.Activity("run").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start();
        using var log = StepLog.InMemory(new() { ParentRunId = "parent" });
        var header = LogLines.Read(log)[0];
        Assert.Equal(activity.TraceId.ToHexString(), LogLines.Text(header, "trace_id"));
        Assert.Equal("parent", LogLines.Text(header, "parent_run_id"));
        Assert.Equal(Environment.ProcessId, header.GetProperty("pid").GetInt32());
        Assert.Equal(Environment.MachineName, LogLines.Text(header, "host"));
        Assert.Matches(@"^AgentStepLog/\d+\.\d+\.\d+", LogLines.Text(header, "library"));
        Assert.Equal(Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"), LogLines.Text(header, "environment"));
    }

    [Fact]
    public void Completing_a_run_that_has_ended_is_an_error_and_the_first_end_stands()
    {
        using var log = StepLog.InMemory();
        log.Fail(new TimeoutException("too slow"));
        var e = Assert.Throws<InvalidOperationException>(() => log.Complete("after all"));
        Assert.Contains(log.RunId, e.Message, StringComparison.Ordinal);

        var end = LogLines.Single(log, "run_end");
        Assert.Equal("failed", LogLines.Text(end, "outcome"));
        Assert.Equal("too slow", LogLines.Text(end, "error"));
        Assert.Equal("System.TimeoutException", LogLines.Text(end, "error_type"));
        Assert.True(log.IsClosed);
    }

    [Fact]
    public void What_fails_after_the_run_was_completed_reaches_its_caller_as_it_was_thrown()
    {
        using var log = StepLog.InMemory();
        var thrown = new TimeoutException("after the end");
        void Run()
        {
            try
            {
                log.Complete("done");
                throw thrown;
            }
            catch (Exception e)
            {
                log.Fail(e);
                throw;
            }
        }

        Assert.Same(thrown, Assert.Throws<TimeoutException>(Run));
        log.Fail("late");
        log.Cancel();

        Assert.Equal("completed", LogLines.Text(LogLines.Single(log, "run_end"), "outcome"));
        Assert.Equal(3, log.Health.Late);
        Assert.Equal((0L, null), (log.Health.Lost, log.Health.LastFailure));
    }

    [Fact]
    public void A_canceled_run_and_one_that_nobody_ended_say_so()
    {
        var canceled = StepLog.InMemory();
        canceled.Cancel();
        var unknown = StepLog.InMemory();
        unknown.Dispose();
        unknown.Dispose();
        canceled.Dispose();

        Assert.Equal("canceled", LogLines.Text(LogLines.Single(canceled, "run_end"), "outcome"));
        Assert.Equal("unknown", LogLines.Text(LogLines.Single(unknown, "run_end"), "outcome"));
    }

    [Fact]
    public void Files_and_folders_are_the_owners_only_where_the_system_has_modes()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.In("logs"), new() { RunId = "r" });
        Calls.Say(new string('x', 100_000));

        var blob = Assert.Single(Directory.GetFiles(directory.In("logs/r.blobs")));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(File, System.IO.File.GetUnixFileMode(log.Path!));
            Assert.Equal(File, System.IO.File.GetUnixFileMode(blob));
            Assert.Equal(File | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(directory.In("logs")));
            Assert.Equal(File | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(directory.In("logs/r.blobs")));
        }
    }

    [Fact]
    public async Task Disposing_asynchronously_gives_the_caller_what_was_active_before()
    {
        Assert.Null(StepLog.Current);
        await using (var outer = StepLog.InMemory())
        {
            await using (var inner = StepLog.InMemory())
            {
                await Task.Yield();
                Assert.Same(inner, StepLog.Current);
            }

            Assert.Same(outer, StepLog.Current);
        }

        Assert.Null(StepLog.Current);
    }

    [Fact]
    public async Task A_log_is_active_in_another_flow_while_it_is_used_there()
    {
        Task<StepLog> elsewhere;
        using (ExecutionContext.SuppressFlow())
        {
            elsewhere = Task.Run(() => StepLog.InMemory(), TestContext.Current.CancellationToken);
        }

        using var log = await elsewhere;
        Assert.Null(StepLog.Current);
        using (log.Use())
        {
            Assert.Same(log, StepLog.Current);
            Calls.Say("from the queue");
        }

        Assert.Null(StepLog.Current);
        Calls.Say("after");
        Assert.Single(LogLines.OfType(log, "tool_call"));
    }
}
