using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Files;

namespace AgentStepLog.Tests.Writing;

public sealed class LossTests
{
    [Fact]
    public void A_call_that_is_lost_after_it_was_handed_over_counts_as_ended_once()
    {
        using var log = StepLog.InMemory();
        log.Writer.CallBegins(); // one that goes on
        log.Writer.CallBegins();
        var line = log.Writer.NewLine(StepKind.ToolCall);
        log.Writer.CallIsLate(line);
        log.Writer.CallIsLost(line, new IOException("gone"));
        log.Complete();

        var unfinished = Assert.Single(log.Steps.OfType<EventStep>(), static e => e.Name == "unfinished_steps");
        Assert.Equal(1, unfinished.Data.ToElement().GetProperty("count").GetInt32());
    }

    [Fact]
    public void A_clock_that_throws_loses_lines_but_the_log_closes()
    {
        var clock = new FixedClock();
        var log = StepLog.InMemory(new() { TimeProvider = clock });
        clock.Fails = true;
        Assert.Equal("goes on", Calls.Say("goes on"));
        log.Complete();
        Assert.True(log.IsClosed);
        Assert.Equal(2, log.Health.Lost);
        log.Dispose();
        Assert.NotSame(log, StepLog.Current);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
    }

    [Fact]
    public void A_full_disk_loses_lines_that_are_counted_and_told_once_writing_works_again()
    {
        var clock = new FixedClock();
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { TimeProvider = clock });
        Calls.Say("before");
        var whole = log.ToArray();
        files.Fails = static call => call == "append";
        Assert.Equal("one", Calls.Say("one"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("two", Calls.Say("two"));
        Assert.Equal(whole, log.ToArray());
        files.Fails = static _ => false;
        clock.Advance(TimeSpan.FromSeconds(1));
        Calls.Say("after");
        log.Complete();

        Assert.True(files.Faults >= 2);
        Assert.Equal(2, log.Health.Lost);
        var lines = LogLines.Read(log);
        Assert.Equal(["run_start", "tool_call", "gap", "tool_call", "run_end"], lines.Select(LogLines.Type));
        Assert.Equal(["v", "run_id", "step", "type", "ts", "mono_ms", "lost", "from_ts", "to_ts", "reason", "prev", "crc"], LogLines.Names(lines[2]));
        Assert.Equal(2, lines[2].GetProperty("lost").GetInt64());
        Assert.Equal((1795251600, 1795251601), (lines[2].GetProperty("from_ts").GetDouble(), lines[2].GetProperty("to_ts").GetDouble()));
        Assert.Equal("System.IO.IOException: No space left on device", LogLines.Text(lines[2], "reason"));
        Assert.Equal(2, lines[4].GetProperty("tool_calls").GetInt64());
        Assert.Equal(2, log.Summarize().ToolCalls);
        LogLines.AssertSound(log.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Whatever_storage_call_fails_the_log_stays_sound_and_every_loss_is_counted(int period)
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files);
        var count = 0;
        files.Fails = _ => ++count % period == 0;
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(i.ToString(), Calls.Say(i.ToString()));
            Calls.Say(new string((char)('a' + (i % 26)), 40_000));
        }

        files.Fails = static _ => false;
        log.Record(new EventStep { Name = "works again" });
        log.Complete();

        Assert.True(files.Faults > 0);
        LogLines.AssertSound(log.ToArray());
        var lines = LogLines.Read(log);
        var written = lines.Count(l => LogLines.Type(l) == "tool_call");
        var lost = lines.Where(l => LogLines.Type(l) == "gap").Sum(l => l.GetProperty("lost").GetInt64());
        Assert.Equal(100, written + lost);
        Assert.InRange(log.Health.Lost, lost, long.MaxValue);
    }

    [Fact]
    public void A_blob_that_cannot_be_stored_leaves_its_hash_in_the_line_and_a_gap_that_says_so()
    {
        var files = new FaultyFiles { Fails = static call => call == "publish" };
        using var log = StepLog.On(files);
        Calls.Say(new string('x', 40_000));

        Assert.Equal(2, files.Faults);
        Assert.Equal((2, 0), (log.Health.Lost, log.Health.Blobs));
        var lines = LogLines.Read(log);
        Assert.Equal(["run_start", "gap", "tool_call"], lines.Select(LogLines.Type));
        Assert.Equal(40_002, lines[2].GetProperty("output").GetProperty("bytes").GetInt64());
        Assert.StartsWith("sha256:", LogLines.Text(lines[2].GetProperty("output"), "$hash"), StringComparison.Ordinal);
        Assert.Equal(0, lines[1].GetProperty("lost").GetInt64());
        Assert.Equal("System.IO.IOException: No space left on device (values that stand in their lines by hash only: 2)", LogLines.Text(lines[1], "reason"));
    }

    [Fact]
    public void A_loss_with_an_endless_reason_is_told_too()
    {
        var files = new FaultyFiles { Reason = new string('\u0001', 100_000) };
        using var log = StepLog.On(files);
        files.Fails = static call => call == "append";
        Calls.Say("lost");
        files.Fails = static _ => false;
        Calls.Say("written");
        Assert.Equal(["run_start", "gap", "tool_call"], LogLines.Read(log).Select(LogLines.Type));
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void A_header_that_cannot_be_written_leaves_no_log_behind()
    {
        var files = new FaultyFiles { Fails = static call => call == "append" };
        var e = Assert.Throws<StepLogException>(() => StepLog.On(files, new() { RunId = "r" }));
        Assert.Empty(files.Inner.List(""));
        Assert.Contains("No space left on device", e.Message, StringComparison.Ordinal);
        Assert.Null(StepLog.Current);
    }

    [Theory]
    [InlineData("blob")]
    [InlineData("publish")]
    public void A_manifest_that_cannot_be_stored_is_told_and_the_run_begins(string fault)
    {
        var before = DateTimeOffset.UtcNow;
        var files = new FaultyFiles { Fails = call => call == fault };
        using var log = StepLog.On(files, new() { Manifest = SharedDocumentTests.Manifest() });
        Calls.Say("written");

        Assert.Equal(["run_start", "gap", "tool_call"], LogLines.Read(log).Select(LogLines.Type));
        Assert.Null(Assert.IsType<RunStartStep>(log.Steps[0]).Manifest);
        var gap = Assert.IsType<GapStep>(log.Steps[1]);
        Assert.InRange(gap.From!.Value, before.AddSeconds(-1), gap.To!.Value);
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void Ids_that_throw_lose_the_step_and_not_the_call()
    {
        using var log = StepLog.InMemory(new() { Ids = new BrokenIds() });
        Assert.Equal("x", Calls.Say("x"));
        Assert.Equal(1, log.Health.Lost);
        log.Complete();
        Assert.Contains("no ids", LogLines.Text(LogLines.Single(log, "gap"), "reason"), StringComparison.Ordinal);
        Assert.Empty(LogLines.OfType(log, "event"));
    }

    private sealed class BrokenIds : StepIds
    {
        public override string NewRunId(DateTimeOffset now) => "broken";

        public override ulong NewSpanId() => throw new InvalidOperationException("no ids");

        public override void FillNonce(Span<byte> nonce) => nonce.Clear();
    }
}
