using AgentStepLog.Files;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class SegmentTests
{
    [Fact]
    public void After_a_failed_sync_the_run_goes_on_in_the_next_file_and_the_old_one_is_left_alone()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance) { Reason = "Input/output error" };
        using var log = StepLog.On(files, new() { Directory = directory.Path, RunId = "r", Durability = Durability.Durable });
        Calls.Say("before");
        var before = File.ReadAllBytes(log.Path!);
        FailOnce(files, "sync");
        Calls.Say("kept");
        Calls.Say("after");
        log.Complete();

        Assert.Equal((1, 0, 2), (files.Faults, log.Health.Lost, log.Health.Segment));
        Assert.Equal(before, File.ReadAllBytes(log.Path!));
        var next = LogLines.Read(File.ReadAllBytes(directory.In("r.2.jsonl")));
        Assert.Equal(["run_start", "gap", "tool_call", "tool_call", "run_end"], next.Select(LogLines.Type));
        Assert.Equal((2, 2), (next[0].GetProperty("segment").GetInt64(), next[0].GetProperty("step").GetInt64()));
        Assert.Equal(0, next[1].GetProperty("lost").GetInt64());
        Assert.Equal("System.IO.IOException: Input/output error", LogLines.Text(next[1], "reason"));
        byte[] both = [.. before, .. File.ReadAllBytes(directory.In("r.2.jsonl"))];
        Assert.Equal(both, log.ToArray());
        LogLines.AssertSound(both);
        Assert.Equal(3, log.Summarize().ToolCalls);
    }

    [Fact]
    public void Where_no_next_file_can_be_made_lines_are_lost_and_counted_until_one_can()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { Durability = Durability.Durable, RunId = "r" });
        Calls.Say("before");
        files.Fails = static call => call is "sync" or "create";
        Calls.Say("lost");
        Calls.Say("lost");
        Assert.Equal((2, true, 1), (log.Health.Lost, log.Health.IsFailing, log.Health.Segment));
        files.Fails = static _ => false;
        Calls.Say("after");
        log.Complete();

        Assert.Equal(["r.2.jsonl", "r.jsonl"], files.Inner.List("").Order(StringComparer.Ordinal));
        Assert.Equal(["run_start", "tool_call", "run_start", "gap", "tool_call", "run_end"], LogLines.Read(log).Select(LogLines.Type));
        Assert.Equal(2, Assert.Single(log.Steps.OfType<GapStep>()).Lost);
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void A_disk_that_syncs_nothing_any_more_leaves_no_trail_of_files()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { Durability = Durability.Durable, RunId = "r" });
        files.Fails = static call => call == "sync";
        for (var i = 0; i < 20; i++)
        {
            Calls.Say("lost");
        }

        Assert.Equal(["r.jsonl"], files.Inner.List(""));
        Assert.Equal(20, log.Health.Lost);
        files.Fails = static _ => false;
        log.Complete();
        Assert.Equal(["run_start", "run_start", "gap", "run_end"], LogLines.Read(log).Select(LogLines.Type));
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void A_batch_that_cannot_be_written_loses_the_lines_that_cannot_and_no_other()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        using var log = StepLog.On(files, new() { Directory = directory.Path, Durability = Durability.Queued });
        using var disk = new ManualResetEventSlim();
        var writes = 0;
        files.Before = call => disk.Wait();
        files.Fails = call => call == "append" && ++writes is 1 or 2 or 4; // together, then the first alone, and the third
        for (var i = 0; i < 4; i++)
        {
            Calls.Say($"{i}");
        }

        disk.Set();
        log.Complete();
        var outputs = LogLines.OfType(log, "tool_call").Select(l => LogLines.Text(l, "output")).ToList();
        var gaps = LogLines.OfType(log, "gap").Sum(l => l.GetProperty("lost").GetInt64());
        Assert.True(files.Faults >= 2);
        Assert.Equal(4, outputs.Count + gaps);
        Assert.InRange(outputs.Count, 1, 3);
        Assert.Equal(gaps, log.Health.Lost);
        LogLines.AssertSound(File.ReadAllBytes(log.Path!));
    }

    [Fact]
    public void By_size_a_run_goes_on_in_next_files_that_hold_together()
    {
        const int Limit = 64 * 1024;
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = Limit, Task = "a long run" });
        for (var i = 0; i < 1_000; i++)
        {
            Calls.Say($"{i} {new string('x', i % 500)}");
        }

        log.Complete();
        var paths = Enumerable.Range(1, log.Health.Segment).Select(n => directory.In(n == 1 ? "r.jsonl" : $"r.{n}.jsonl")).ToList();
        Assert.True(paths.Count > 5);
        Assert.All(paths, path => Assert.InRange(new FileInfo(path).Length, Limit / 2, Limit));
        byte[] all = [.. paths.SelectMany(File.ReadAllBytes)];
        LogLines.AssertSound(all);
        Assert.Equal(all, log.ToArray());
        Assert.All(paths.Skip(1), path => Assert.Equal("a long run", LogLines.Text(LogLines.Read(File.ReadAllBytes(path))[0], "task")));
        Assert.Equal(1_000, log.Summarize().ToolCalls);
    }

    [Fact]
    public void Where_the_next_file_cannot_be_made_a_file_grows_beyond_its_size()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { SegmentBytes = 64 * 1024 });
        files.Fails = static call => call == "create";
        for (var i = 0; i < 500; i++)
        {
            Calls.Say(new string('x', 300));
        }

        Assert.Equal((0, 1), (log.Health.Lost, log.Health.Segment));
        Assert.InRange(files.Faults, 1, 50); // it does not try at each line
        files.Fails = static _ => false;
        for (var i = 0; i < 500; i++)
        {
            Calls.Say(new string('x', 300));
        }

        Assert.True(log.Health.Segment > 1);
        LogLines.AssertSound(log.ToArray());
    }

    private static void FailOnce(FaultyFiles files, string call)
    {
        var left = 1;
        files.Fails = c => c == call && Interlocked.Decrement(ref left) == 0;
    }
}
