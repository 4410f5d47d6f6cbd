using AgentStepLog.Files;
using AgentStepLog.Retention;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Retention;

public sealed class RetentionTests
{
    [Fact]
    public void A_policy_that_cannot_be_is_refused_by_the_name_of_its_property()
    {
        using var directory = new TempDirectory();
        foreach (var (policy, refusal) in new[]
        {
            (new RetentionPolicy { MaxAge = TimeSpan.FromTicks(-1) }, "RetentionPolicy.MaxAge cannot be negative."), (new() { MaxBytes = -1 }, "RetentionPolicy.MaxBytes cannot be negative."),
            (new() { UserId = "" }, "RetentionPolicy.UserId is empty."), (new() { Subject = " " }, "RetentionPolicy.Subject is empty."),
            (new() { Subject = "ada" }, "RetentionPolicy.Subject is set and KeyRing is not"), (new() { TimeProvider = null! }, "RetentionPolicy.TimeProvider cannot be null."),
        })
        {
            var error = Assert.ThrowsAny<ArgumentException>(() => StepLogRetention.Apply(directory.Path, policy));
            Assert.StartsWith(refusal, error.Message, StringComparison.Ordinal);
            Assert.Equal("policy", error.ParamName);
        }
    }

    [Fact]
    public void Runs_go_by_age_with_all_their_files_and_the_others_are_left_as_they_are()
    {
        using var directory = new TempDirectory();
        var clock = new FixedClock();
        Write(directory, "old", clock, segments: 3);
        directory.Write("old.3.jsonl.torn-7", "torn"u8);
        clock.Advance(TimeSpan.FromDays(40));
        Write(directory, "young", clock, segments: 1);
        directory.Write("old.txt", "not ours"u8);
        Write(directory, "older.2", clock, segments: 1); // named like a second file of another run
        clock.Advance(TimeSpan.FromDays(1));

        var report = StepLogRetention.Apply(directory.Path, new() { MaxAge = TimeSpan.FromDays(30), TimeProvider = clock });
        Assert.Equal(["old"], report.Dropped.Select(r => r.RunId));
        Assert.Contains("41 days old, and 30 are kept", report.Dropped[0].Reason, StringComparison.Ordinal);
        Assert.Equal(["older.2", "young"], report.Kept.Select(r => r.RunId).Order(StringComparer.Ordinal));
        Assert.True(report.Dropped[0].Bytes > 128 * 1024);
        Assert.Equal(
            ["old.txt", "older.2.blobs", "older.2.jsonl", "young.blobs", "young.jsonl"],
            Directory.GetFileSystemEntries(directory.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(directory.In("young.jsonl")).Verdict);
    }

    [Fact]
    public void By_size_the_oldest_go_until_it_fits()
    {
        using var directory = new TempDirectory();
        var clock = new FixedClock();
        foreach (var id in new[] { "c", "a", "b" })
        {
            Write(directory, id, clock, segments: 2);
            clock.Advance(TimeSpan.FromDays(1));
        }

        var all = StepLogRetention.Apply(directory.Path, new());
        Assert.Equal(["c", "a", "b"], all.Kept.Select(r => r.RunId));
        var limit = all.Kept[1].Bytes + all.Kept[2].Bytes;
        var report = StepLogRetention.Apply(directory.Path, new() { MaxBytes = limit });
        Assert.Equal(["c"], report.Dropped.Select(r => r.RunId));
        Assert.Equal(["a", "b"], report.Kept.Select(r => r.RunId));
        Assert.Equal(2, StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0 }).Dropped.Count);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public void Runs_that_are_written_that_were_not_ended_or_that_do_not_verify_stay_unless_asked_for()
    {
        using var directory = new TempDirectory();
        using var open = StepLog.Start(directory.Path, new() { RunId = "open" });
        var killed = StepLog.Start(directory.Path, new() { RunId = "killed" });
        killed.Writer.Abandon();
        Write(directory, "changed", new FixedClock(), segments: 1);
        var path = directory.In("changed.jsonl");
        File.WriteAllText(path, File.ReadAllText(path).Replace("xxxx", "yyyy", StringComparison.Ordinal));

        var report = StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0 });
        Assert.Empty(report.Dropped);
        Assert.Contains("does not verify", Reason(report, "changed"), StringComparison.Ordinal);
        Assert.Contains("may be resumed", Reason(report, "killed"), StringComparison.Ordinal);
        Assert.Contains("A log is writing it", Reason(report, "open"), StringComparison.Ordinal);

        report = StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0, DropAbandoned = true, DropDamaged = true });
        Assert.Equal(["changed", "killed"], report.Dropped.Select(r => r.RunId).Order(StringComparer.Ordinal));
        Assert.Equal(["open"], report.Kept.Select(r => r.RunId));
        open.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(open.Path!).Verdict);
        killed.Dispose();
    }

    [Fact]
    public void What_a_call_did_not_come_to_the_end_of_the_next_one_ends()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", new FixedClock(), segments: 3);
        File.Move(directory.In("r.jsonl"), directory.In("r.dropped"));
        Assert.Empty(StepLogRetention.Apply(directory.Path, new()).Kept);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
        Assert.Empty(StepLogRetention.Apply(directory.In("not there"), new() { MaxBytes = 0 }).Kept);
    }

    [Fact]
    public void A_run_that_cannot_be_looked_at_is_no_reason_for_the_others_to_stay()
    {
        using var directory = new TempDirectory();
        Write(directory, "r", new FixedClock(), segments: 1);
        Write(directory, "half", new FixedClock(), segments: 1);
        foreach (var (name, target) in new[] { ("loop.jsonl", "loop.jsonl"), ("nothing.jsonl", "not there"), ("half.2.jsonl", "not there") })
        {
            Assert.SkipUnless(TryLink(directory.In(name), directory.In(target)), "No links can be made here.");
        }

        var report = StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0 });
        Assert.Equal(["r"], report.Dropped.Select(r => r.RunId));
        Assert.Equal(["half", "half.2", "loop", "nothing"], report.Kept.Select(r => r.RunId));
        Assert.All(report.Kept.Skip(1), run => Assert.StartsWith("It cannot be looked at: ", run.Reason, StringComparison.Ordinal));
        Assert.Contains("half.2.jsonl is named like a file of the run and is none: it is a link to", report.Kept[0].Reason, StringComparison.Ordinal);
        Assert.True(File.Exists(directory.In("half.jsonl")));
    }

    [Fact]
    public void Runs_that_another_call_drops_meanwhile_are_nobodys_trouble()
    {
        using var directory = new TempDirectory();
        Write(directory, "a", new FixedClock(), segments: 1);
        Write(directory, "b", new FixedClock(), segments: 1);
        var opened = 0;
        var files = new FaultyFiles(DiskFiles.Instance)
        {
            Before = call =>
            {
                if (call == "open" && opened++ == 0)
                {
                    StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0 });
                }
            },
        };

        Assert.Equal([], new RetentionSweep(files, directory.Path, new() { MaxBytes = 0 }).Run().Kept);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public void A_new_run_of_a_dropped_ones_name_is_not_what_was_left_of_that()
    {
        using var directory = new TempDirectory();
        directory.Write("written.dropped", "left over"u8);
        directory.Write("ended.dropped", "left over"u8);
        Write(directory, "ended", new FixedClock(), segments: 2);
        using var log = StepLog.Start(directory.Path, new() { RunId = "written" });

        Assert.Equal(["ended", "written"], StepLogRetention.Apply(directory.Path, new()).Kept.Select(r => r.RunId).Order(StringComparer.Ordinal));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(directory.In("ended.jsonl")).Verdict);
        log.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public void A_folder_that_stood_in_the_place_of_a_log_stays_and_the_run_goes()
    {
        using var directory = new TempDirectory();
        Write(directory, "a", new FixedClock(), segments: 2);
        var own = directory.Write("a.jsonl.other-1/own.txt", "somebody's"u8);
        var report = StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0 });
        Assert.Equal("a", Assert.Single(report.Dropped).RunId);
        Assert.DoesNotContain("left of its files", report.Dropped[0].Reason, StringComparison.Ordinal);
        Assert.Equal([own], Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories));
        Write(directory, "a", new FixedClock(), segments: 1); // nothing is taken for a part of the run
    }

    private static bool TryLink(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Reason(RetentionReport report, string runId) => Assert.Single(report.Kept, r => r.RunId == runId).Reason;

    private static void Write(TempDirectory directory, string runId, TimeProvider clock, int segments)
    {
        using var log = StepLog.Start(directory.Path, new() { RunId = runId, SegmentBytes = 64 * 1024, InlineLimit = 20_000, TimeProvider = clock });
        log.Record(new EventStep { Name = "large", Data = JsonText.Of(new string('x', 30_000)) });
        for (var i = 0; log.Health.Segment < segments; i++)
        {
            log.Record(new EventStep { Name = "step", Data = JsonText.Of(new string('x', 10_000)) });
        }

        log.Complete();
    }
}
