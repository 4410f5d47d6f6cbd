using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Hashing;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Resuming;

public sealed class ResumeTests
{
    [Fact]
    public void A_killed_process_s_run_goes_on_with_chain_numbers_clock_and_totals_and_names_the_calls_that_are_open()
    {
        using var directory = new TempDirectory();
        using (var child = LockTests.Hold(directory))
        {
            var held = Assert.Throws<StepLogException>(() => StepLog.Resume(directory.In("held.jsonl")));
            Assert.Contains("is being written by another log", held.Message, StringComparison.Ordinal);
            child.Kill();
            child.WaitForExit();
        }

        var before = File.ReadAllBytes(directory.In("held.jsonl"));
        var last = LogLines.Read(before)[^1];
        using (var log = StepLog.Resume(directory.Path, "held"))
        {
            Assert.Same(log, StepLog.Current);
            Assert.Equal(("held", directory.In("held.jsonl"), "surf"), (log.RunId, log.Path, log.Options.Agent));
            Assert.Equal(["search"], log.OpenIntents.Select(i => i.Agent));
            Assert.Equal(last.GetProperty("span_id").GetString(), log.OpenIntents[0].SpanId);
            Calls.Say("after");
            Assert.Equal(2, log.Summarize().ToolCalls);
            log.Complete();
        }

        var after = File.ReadAllBytes(directory.In("held.jsonl"));
        Assert.Equal(before, after[..before.Length]);
        Assert.Equal(["run_start", "tool_call", "intent", "tool_call", "run_end"], LogLines.Read(after).Select(LogLines.Type));
        LogLines.AssertSound(after);
        var end = LogLines.Read(after)[^1];
        Assert.Equal((2, 2), (end.GetProperty("tool_calls").GetInt64(), end.GetProperty("tools")[0].GetProperty("calls").GetInt64()));
        var file = StepLogFile.Read(directory.In("held.jsonl"));
        Assert.Equal((RunOutcome.Completed, file.Summary), (file.Outcome, ((RunEndStep)file.Steps[^1]).Totals));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(directory.In("held.jsonl")).Verdict);
        Assert.False(File.Exists(directory.In("held.lock")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_torn_last_line_is_kept_beside_the_log_and_told(bool hasHead)
    {
        using var directory = new TempDirectory();
        var path = Abandon(directory, hasHead: hasHead);
        var whole = File.ReadAllBytes(path);
        var torn = "{\"v\":1,\"run_id\":\"r\",\"st"u8.ToArray();
        File.WriteAllBytes(path, [.. whole, .. torn]);
        Assert.Equal(Verdict.Torn, StepLogVerifier.Verify(path).Verdict);

        using (var log = StepLog.Resume(path, new() { Durability = Durability.Durable }))
        {
            Assert.Equal(torn, File.ReadAllBytes($"{path}.torn-{whole.Length}"));
            var recovery = Assert.Single(log.Steps.OfType<RecoveryStep>());
            Assert.Equal((whole.Length, torn.Length, Convert.ToHexString(SHA256.HashData(torn)).ToLowerInvariant()), (recovery.Offset, recovery.Length, recovery.Sha256));
            Assert.Equal((2, whole.Length), (log.Summarize().ToolCalls, (int)log.Steps.OfType<RecoveryStep>().Single().Offset));
            log.Complete();
        }

        Assert.Equal(whole, File.ReadAllBytes(path)[..whole.Length]);
        LogLines.AssertSound(File.ReadAllBytes(path));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Fact]
    public void A_garbled_checksum_on_the_last_line_is_a_torn_line_too_and_a_resumed_run_can_be_resumed_again()
    {
        using var directory = new TempDirectory();
        var path = Abandon(directory);
        for (var times = 1; times < 4; times++)
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^10] ^= 1;
            File.WriteAllBytes(path, bytes);
            var log = StepLog.Resume(path);
            Calls.Say("once more");
            log.Writer.Abandon();
            log.Dispose();
            Assert.Equal(times, Directory.GetFiles(directory.Path, "*.torn-*").Length);
        }

        using var last = StepLog.Resume(path);
        last.Complete();
        LogLines.AssertSound(File.ReadAllBytes(path));
        Assert.Equal(3, LogLines.OfType(last, "recovery").Count);
    }

    [Fact]
    public void A_fragment_that_was_taken_out_and_not_told_is_told_the_next_time()
    {
        using var directory = new TempDirectory();
        var path = Abandon(directory);
        var whole = File.ReadAllBytes(path);
        File.AppendAllText(path, "torn");
        var files = new FaultyFiles(DiskFiles.Instance) { Fails = static call => call == "append" };
        Assert.Contains("could not be recorded", Assert.Throws<StepLogException>(() => StepLog.ResumeOn(files, directory.Path, "r")).Message, StringComparison.Ordinal);
        Assert.Equal(whole, File.ReadAllBytes(path));
        using var log = StepLog.Resume(path);
        Assert.Equal((whole.Length, 4L), (Assert.Single(log.Steps.OfType<RecoveryStep>()).Offset, log.Steps.OfType<RecoveryStep>().Single().Length));
    }

    [Fact]
    public void What_the_header_says_holds_for_the_files_that_a_resumed_run_begins()
    {
        using var directory = new TempDirectory();
        var log = StepLog.Start(directory.Path, new()
        {
            RunId = "r", Agent = "surf", AgentVersion = "2", Task = "find", Environment = "here", SessionId = "s", UserId = "u", ParentRunId = "p",
            Metadata = new Dictionary<string, string> { ["$k"] = "v" },
        });
        log.Writer.Abandon();
        var first = LogLines.Read(File.ReadAllBytes(log.Path!))[0];
        using (var resumed = StepLog.Resume(log.Path!, new() { SegmentBytes = 64 * 1024 }))
        {
            while (resumed.Health.Segment < 3)
            {
                Calls.Say(new string('x', 5000));
            }

            resumed.Complete();
        }

        var next = LogLines.Read(File.ReadAllBytes(directory.In("r.3.jsonl")))[0];
        foreach (var field in new[] { "agent", "agent_version", "task", "environment", "session_id", "user_id", "parent_run_id", "metadata", "trace_id", "manifest" })
        {
            Assert.Equal(first.TryGetProperty(field, out var was) ? was.GetRawText() : null, next.TryGetProperty(field, out var value) ? value.GetRawText() : null);
        }

        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        log.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_of_several_files_goes_on_in_the_last_one(bool hasHead)
    {
        using var directory = new TempDirectory();
        var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = 64 * 1024 });
        while (log.Health.Segment < 3)
        {
            Calls.Say(new string('x', 5000));
        }

        if (hasHead)
        {
            log.Writer.WriteHeadNow();
        }

        Calls.Say("beyond");
        var (calls, all) = (log.Summarize().ToolCalls, log.ToArray());
        log.Writer.Abandon();
        log.Dispose();
        using var resumed = StepLog.Resume(directory.In("r.2.jsonl")); // any of them
        Calls.Say("goes on");
        Assert.Equal((calls + 1, 3), (resumed.Summarize().ToolCalls, resumed.Health.Segment));
        resumed.Complete();
        Assert.Equal(all, resumed.ToArray()[..all.Length]);
        LogLines.AssertSound(resumed.ToArray());
        var head = HeadTests.Head(directory);
        Assert.Equal(HeadTests.Root([.. LogLines.Split(resumed.ToArray()).Select(line => SHA256.HashData([0, .. line]))]), head.GetProperty("root").GetBytesFromBase64());
    }

    [Fact]
    public void A_next_file_whose_header_was_never_whole_is_taken_away_and_begun_again()
    {
        using var directory = new TempDirectory();
        var path = Abandon(directory);
        directory.Write("r.2.jsonl", "{\"v\":1,\"run"u8);
        using var log = StepLog.Resume(path);
        log.Complete();
        Assert.Equal("{\"v\":1,\"run"u8.ToArray(), File.ReadAllBytes(directory.In("r.2.jsonl.torn-0")));
        Assert.Equal(["run_start", "recovery", "run_end"], LogLines.Read(File.ReadAllBytes(directory.In("r.2.jsonl"))).Select(LogLines.Type));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("flipped")]
    public void A_head_that_is_missing_or_garbled_costs_time_and_nothing_else(string head)
    {
        using var directory = new TempDirectory();
        var path = Abandon(directory, hasHead: true);
        var bytes = File.ReadAllBytes(directory.In("r.head"));
        switch (head)
        {
            case "missing":
                File.Delete(directory.In("r.head"));
                break;
            case "flipped":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(directory.In("r.head"), bytes);
                break;
            default:
                File.WriteAllBytes(directory.In("r.head"), head == "garbage" ? "{\"v\":1}\n"u8.ToArray() : head == "cut" ? bytes[..^9] : []);
                break;
        }

        using var log = StepLog.Resume(path);
        Assert.Equal((2, 3), (log.Summarize().ToolCalls, log.Health.Steps));
        log.Complete();
        LogLines.AssertSound(File.ReadAllBytes(path));
        Assert.Equal(["run_start", "tool_call", "tool_call", "run_end"], LogLines.Read(File.ReadAllBytes(path)).Select(LogLines.Type));
    }

    [Fact]
    public void Lines_that_the_head_knew_of_and_that_are_gone_are_told_in_a_gap()
    {
        using var directory = new TempDirectory();
        var path = Abandon(directory, hasHead: true);
        var lines = LogLines.Split(File.ReadAllBytes(path));
        File.WriteAllBytes(path, [.. HandWrittenLog.Join(lines[..^1]), .. "torn"u8]);
        using (var log = StepLog.Resume(path))
        {
            Assert.Equal(1, Assert.Single(log.Steps.OfType<GapStep>()).Lost);
            Assert.Equal(4, Assert.Single(log.Steps.OfType<RecoveryStep>()).Length);
            log.Writer.Abandon();
        }

        using var again = StepLog.Resume(path);
        again.Complete();
        Assert.Single(LogLines.OfType(again, "gap"));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("none")]
    [InlineData("earlier")] // before errors were counted by type
    [InlineData("odd")]
    public void Errors_by_type_go_on_whatever_head_there_is(string kind)
    {
        using var directory = new TempDirectory();
        var log = StepLog.Start(directory.Path, new() { RunId = "r" });
        log.ToolCall("t").Use(call => call.Fail(new IOException("one")));
        log.ToolCall("t").Use(call => call.Fail(new TimeoutException("two")));
        log.Writer.WriteHeadNow();
        log.ToolCall("t").Use(call => call.Fail(new IOException("three")));
        log.Writer.Abandon();
        log.Dispose();
        const string Types = ",\"error_types\":{\"System.IO.IOException\":1,\"System.TimeoutException\":1}";
        var head = File.ReadAllText(directory.In("r.head"));
        Assert.Contains(Types, head, StringComparison.Ordinal);
        switch (kind)
        {
            case "none":
                File.Delete(directory.In("r.head"));
                break;
            case "earlier" or "odd":
                head = head.Replace(Types, kind == "odd" ? ",\"error_types\":[7]" : "", StringComparison.Ordinal);
                var covered = Encoding.UTF8.GetBytes(head[..head.IndexOf(",\"crc\"", StringComparison.Ordinal)]);
                File.WriteAllText(directory.In("r.head"), $"{Encoding.UTF8.GetString(covered)},\"crc\":\"{Crc32C.Compute(covered):x8}\"}}\n");
                break;
        }

        using var resumed = StepLog.Resume(log.Path!);
        resumed.ToolCall("t").Use(call => call.Fail(new IOException("four")));
        resumed.Complete();

        Assert.Equal([("System.IO.IOException", 3), ("System.TimeoutException", 1)], resumed.Summarize().ErrorTypes.Select(t => (t.Type, t.Errors)));
        var file = StepLogFile.Read(log.Path!);
        Assert.Equal((file.Summary, 4), (Assert.IsType<RunEndStep>(file.Steps[^1]).Totals, file.Summary.Errors));
        Assert.Empty(file.Steps.OfType<GapStep>());
    }

    [Fact]
    public void A_resumed_clock_goes_on_from_the_last_line_and_never_back()
    {
        using var directory = new TempDirectory();
        var clock = new FixedClock();
        var log = StepLog.Start(directory.Path, new() { RunId = "r", TimeProvider = clock });
        clock.Advance(TimeSpan.FromSeconds(5));
        Calls.Say("x");
        log.Writer.Abandon();
        log.Dispose();
        var earlier = new FixedClock();
        using var resumed = StepLog.Resume(directory.In("r.jsonl"), new() { TimeProvider = earlier });
        earlier.Advance(TimeSpan.FromSeconds(1));
        resumed.Record(new EventStep { Name = "y" });
        resumed.Complete();
        Assert.Equal(["0.000", "5000.000", "6000.000", "6000.000"], LogLines.Read(resumed).Select(l => l.GetProperty("mono_ms").GetRawText()));
        Assert.Equal(TimeSpan.FromSeconds(6), resumed.Summarize().Duration);
    }

    internal static string Abandon(TempDirectory directory, bool hasHead = false)
    {
        var log = StepLog.Start(directory.Path, new() { RunId = "r" });
        Calls.Say("one");
        Calls.Say("two");
        if (hasHead)
        {
            log.Writer.WriteHeadNow();
        }

        log.Writer.Abandon();
        log.Dispose();
        return log.Path!;
    }
}
