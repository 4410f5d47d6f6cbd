using System.IO.Compression;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

public sealed class StepLogDirectoryTests
{
    [Fact]
    public void The_newest_run_comes_first_whatever_its_id_is_like()
    {
        using var directory = new TempDirectory();
        Write(directory, "20260101t000000000z-000000000001", "old");
        Write(directory, "20270101t000000000z-000000000001", "new");
        Write(directory, "by-hand", "middle");
        File.SetLastWriteTimeUtc(directory.In("by-hand.jsonl"), new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(directory.In("20270101t000000000z-000000000001.jsonl"), new(2020, 6, 1, 0, 0, 0, DateTimeKind.Utc));

        var runs = StepLogDirectory.Open(directory.Path).GetRuns();
        Assert.Equal(["new", "middle", "old"], runs.Select(run => run.ReadHeader().Task));
    }

    [Fact]
    public async Task A_run_gives_its_header_end_totals_and_verdict()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "a task", calls: 300, segmentBytes: 64 * 1024);
        var run = Assert.Single(StepLogDirectory.Open(directory.Path).GetRuns());
        var file = StepLogFile.Read(run.Path);

        Assert.Equal(("r", directory.In("r.jsonl")), (run.RunId, run.Path));
        Assert.Equal(file.Header, run.ReadHeader());
        Assert.Equal(file.Steps[^1], run.ReadEnd());
        Assert.Equal(RunOutcome.Completed, run.ReadOutcome());
        Assert.Equal(file.Summary, run.ReadSummary());
        Assert.Equal(file.Header, await run.ReadHeaderAsync(TestContext.Current.CancellationToken));
        Assert.Equal(file.Steps, run.Read().Steps);
        Assert.Equal(file.Steps, (await run.ReadAsync(cancellationToken: TestContext.Current.CancellationToken)).Steps);
        Assert.Equal(file.Steps, (await StepLogFile.ReadAsync(run.Path, cancellationToken: TestContext.Current.CancellationToken)).Steps);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.ReadHeaderAsync(new(canceled: true)));
        Assert.Equal(file.Steps, run.ReadSteps());
        Assert.Equal(Verdict.SelfConsistent, run.Verify().Verdict);
        Assert.Equal(run.Verify(), await run.VerifyAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(Directory.GetFiles(directory.Path, "r*.jsonl").Sum(f => new FileInfo(f).Length), run.GetLength());
        Assert.Equal(run.ToString(), run.Path);
    }

    [Fact]
    public void Runs_are_compared_by_directory_and_id()
    {
        using var directory = new TempDirectory();
        using var other = new TempDirectory();
        Array.ForEach([directory, other], each => Write(each, "r", "a task"));
        Write(directory, "s", "a task");
        var runs = StepLogDirectory.Open(directory.Path).GetRuns();
        var run = runs.Single(static each => each.RunId == "r");
        var again = StepLogDirectory.Open(directory.Path + Path.DirectorySeparatorChar).FindRun("r")!;

        Assert.NotSame(run, again);
        Assert.Equal((run, true, run.GetHashCode()), (again, run.Equals((object)again), again.GetHashCode()));
        Assert.Equal(new StepLogChange(run, StepLogChangeKind.Added), new(again, StepLogChangeKind.Added));
        Assert.NotEqual(run, runs.Single(static each => each.RunId == "s"));
        Assert.NotEqual(run, StepLogDirectory.Open(other.Path).FindRun("r"));
        Assert.False(run.Equals((object?)null));

        File.Move(run.Path, run.Path + ".gz"); // its first file has another name by now
        var packed = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        Assert.NotEqual(run.Path, packed.Path);
        Assert.Equal(run, packed);
    }

    [Fact]
    public void A_run_that_is_written_has_no_end_and_totals_all_the_same()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r" });
        Calls.Say("one");
        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        Assert.Equal((null, 1), (run.ReadOutcome(), run.ReadSummary().ToolCalls));
        Calls.Say("two");
        Assert.Equal(2, run.ReadSummary().ToolCalls);
        log.Complete();
        Assert.Equal((RunOutcome.Completed, 2), (run.ReadOutcome(), run.ReadSummary().ToolCalls));
    }

    [Fact]
    public void The_totals_of_a_run_that_ended_are_those_that_its_end_states_whatever_stands_before()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "damaged");
        var bytes = File.ReadAllBytes(directory.In("r.jsonl"));
        bytes[bytes.AsSpan().IndexOf("1 xxx"u8)] = (byte)'7';
        File.WriteAllBytes(directory.In("r.jsonl"), bytes);
        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        Assert.Equal((3, 2), (run.ReadSummary().ToolCalls, run.Read().Summary.ToolCalls));
    }

    [Fact]
    public void Compressed_runs_are_runs()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "packed");
        Pack(directory.In("r.jsonl"));
        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        Assert.Equal(("packed", RunOutcome.Completed, Verdict.SelfConsistent), (run.ReadHeader().Task, run.ReadOutcome(), run.Verify().Verdict));
        Assert.Equal(directory.In("r.jsonl.gz"), run.Path);
    }

    [Fact]
    public void A_run_is_read_as_its_files_are_now_compressed_since_or_grown_by_another()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "packed since");
        using var log = StepLog.Start(directory.Path, new() { RunId = "s", SegmentBytes = 64 * 1024 });
        var runs = StepLogDirectory.Open(directory.Path).GetRuns().ToDictionary(run => run.RunId);
        var length = runs["r"].GetLength();

        Pack(directory.In("r.jsonl"));
        Assert.Equal(("packed since", RunOutcome.Completed), (runs["r"].ReadHeader().Task, runs["r"].ReadOutcome()));
        Assert.InRange(runs["r"].GetLength(), 1, length - 1);
        Assert.Equal(5, runs["r"].Read().Steps.Count);

        for (var i = 0; i < 300; i++)
        {
            Calls.Say($"{i} {new string('x', 400)}");
        }

        log.Complete();
        Assert.Equal(Directory.GetFiles(directory.Path, "s*.jsonl").Sum(f => new FileInfo(f).Length), runs["s"].GetLength());
        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (runs["s"].Verify().Verdict, runs["s"].ReadOutcome()));
    }

    [Fact]
    public void A_compressed_run_is_unpacked_no_further_than_it_may_be()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "packed", calls: 500);
        Pack(directory.In("r.jsonl"));
        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        var tight = new StepLogReadOptions { UnpackedLimit = 64 * 1024 };
        Assert.Contains("unpacks to more than the 65536 bytes", Assert.Throws<StepLogException>(() => run.ReadOutcome(tight)).Message, StringComparison.Ordinal);
        Assert.Throws<StepLogException>(() => run.ReadSummary(tight));
        Assert.Equal(RunOutcome.Completed, run.ReadOutcome());
    }

    [Fact]
    public void A_run_whose_id_looks_like_anothers_second_file_is_a_run_of_its_own()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "several", calls: 300, segmentBytes: 64 * 1024);
        Write(directory, "s", "one");
        Write(directory, "s.2", "two");
        var listed = StepLogDirectory.Open(directory.Path);
        Assert.Equal(["r", "s", "s.2"], listed.GetRuns().Select(run => run.RunId).Order(StringComparer.Ordinal));
        Assert.Equal(("one", "two"), (listed.FindRun("s")!.ReadHeader().Task, listed.FindRun("s.2")!.ReadHeader().Task));
        Assert.Null(listed.FindRun("r.2"));
        Assert.Null(listed.FindRun("t"));
        Assert.Null(listed.FindRun("../s"));
    }

    [Fact]
    public void Foreign_files_are_passed_over_or_say_what_they_are()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "mine");
        directory.Write("notes.txt", "x"u8);
        directory.Write("UPPER.jsonl", "x"u8);
        directory.Write("foreign.jsonl", "{\"a\":1}\n"u8);
        directory.Write("empty.jsonl", []);
        Directory.CreateDirectory(directory.In("folder.jsonl"));
        var runs = StepLogDirectory.Open(directory.Path).GetRuns().ToDictionary(run => run.RunId);

        Assert.Equal(["empty", "folder", "foreign", "r"], runs.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("another tool wrote it", Assert.Throws<StepLogException>(() => runs["foreign"].ReadHeader()).Message, StringComparison.Ordinal);
        Assert.Contains("it is empty", Assert.Throws<StepLogException>(() => runs["empty"].ReadHeader()).Message, StringComparison.Ordinal);
        Assert.Contains("is a directory", Assert.Throws<StepLogException>(() => runs["folder"].ReadHeader()).Message, StringComparison.Ordinal);
        Assert.All(runs.Values.Where(run => run.RunId != "r"), run => Assert.True(run.ReadEndOrNull() is null));
    }

    [Fact]
    public void Half_written_runs_are_read_as_far_as_they_go()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "cut");
        var bytes = File.ReadAllBytes(directory.In("r.jsonl"));
        File.WriteAllBytes(directory.In("r.jsonl"), bytes[..^20]);
        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        Assert.Equal(("cut", null, 3, Verdict.Torn), (run.ReadHeader().Task, run.ReadOutcome(), run.ReadSummary().ToolCalls, run.Verify().Verdict));
    }

    [Fact]
    public void A_run_that_is_deleted_meanwhile_is_said_to_be_gone()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", "gone");
        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        File.Delete(directory.In("r.jsonl"));
        Assert.Equal((0, null), (run.GetLength(), run.GetLastWriteTime()));
        Assert.Contains("something has deleted it", Assert.Throws<StepLogException>(() => run.ReadHeader()).Message, StringComparison.Ordinal);
        Assert.Contains("something has deleted it", Assert.Throws<StepLogException>(() => run.ReadEnd()).Message, StringComparison.Ordinal);
        Assert.Throws<StepLogException>(() => run.ReadSummary());
        Assert.Throws<StepLogException>(() => run.Verify());
    }

    [Fact]
    public void What_is_no_directory_is_said()
    {
        using var directory = new TempDirectory();
        directory.Write("r.jsonl", "x"u8);
        Assert.Contains("There is no directory", Assert.Throws<StepLogException>(() => StepLogDirectory.Open(directory.In("gone"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a file", Assert.Throws<StepLogException>(() => StepLogDirectory.Open(directory.In("r.jsonl"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StepLogDirectory.Open(""));
    }

    [Fact]
    public void A_directory_that_changes_at_once_is_listed_again()
    {
        using var directory = new TempDirectory();
        var listed = StepLogDirectory.Open(directory.Path);
        for (var i = 0; i < 50; i++)
        {
            directory.Write($"r{i}.jsonl", "x"u8);
            Assert.Equal(i + 1, listed.GetRuns().Count);
        }
    }

    internal static void Write(TempDirectory directory, string runId, string task, int calls = 3, long? segmentBytes = null)
    {
        using var log = StepLog.Start(directory.Path, new() { RunId = runId, Task = task, SegmentBytes = segmentBytes });
        for (var i = 0; i < calls; i++)
        {
            Calls.Say($"{i} {new string('x', 400)}");
        }

        log.Complete();
    }

    internal static void Pack(string path)
    {
        using (var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(path));
        }

        File.Delete(path);
    }
}

file static class Ends
{
    // What is no log has no end, and may say so either way.
    public static RunEndStep? ReadEndOrNull(this StepLogRun run)
    {
        try
        {
            return run.ReadEnd();
        }
        catch (StepLogException)
        {
            return null;
        }
    }
}
