using System.IO.Compression;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Retention;

/// <summary>All runs of a user, or of a subject of a key ring, go or are listed, and none is passed over in silence.</summary>
public sealed class PersonRetentionTests : IDisposable
{
    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    private readonly TempDirectory _directory = new();
    private readonly KeyRing _ring;

    public PersonRetentionTests() => _ring = KeyRing.Create(_directory.In("keys.json"));

    private string Logs => _directory.In("logs");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void All_runs_of_a_user_go_in_several_files_packed_or_resumed()
    {
        Run("plain", new() { UserId = "max" });
        Run("segments", new() { UserId = "max", SegmentBytes = 64 * 1024 }, bytes: 200_000);
        Pack(Run("packed", new() { UserId = "max" }));
        var killed = StepLog.Start(Logs, new() { RunId = "resumed", UserId = "max" });
        killed.Writer.Abandon();
        killed.Dispose();
        StepLog.Resume(Logs, "resumed").Dispose();
        Run("maxine", new() { UserId = "maxine" });
        Run("nobody", new());
        Run("mentioned", new() { Task = "Write to max", SessionId = "max" });

        var policy = new RetentionPolicy { UserId = "max" };
        var before = Directory.GetFileSystemEntries(Logs).Order(StringComparer.Ordinal).ToList();
        var dry = StepLogRetention.Apply(Logs, new() { UserId = "max", DryRun = true });
        Assert.Equal(before, Directory.GetFileSystemEntries(Logs).Order(StringComparer.Ordinal));
        var report = StepLogRetention.Apply(Logs, policy);
        Assert.Equal(dry with { IsDryRun = false }, report);
        Assert.Equal(["packed", "plain", "resumed", "segments"], Ids(report.Dropped));
        Assert.Equal(["maxine", "mentioned", "nobody"], Ids(report.Kept));
        Assert.DoesNotContain(report.Kept, run => run.IsDue);
        Assert.Equal(["maxine.jsonl", "mentioned.jsonl", "nobody.jsonl"], Directory.GetFileSystemEntries(Logs).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_runs_of_a_subject_go_also_those_that_withheld_nothing_and_those_of_earlier_versions()
    {
        Run("silent", new() { KeyRing = _ring, Subject = "max" });
        Run("withheld", new() { KeyRing = _ring, Subject = "max" }, secret: true);
        WithoutMark(Run("earlier", new() { KeyRing = _ring, Subject = "max" }, secret: true));
        Run("by user", new() { RunId = "by-user", KeyRing = _ring, UserId = "max" });
        Run("other", new() { KeyRing = _ring, Subject = "maxine" }, secret: true);
        Run("nobody", new(), secret: true);

        var report = StepLogRetention.Apply(Logs, new() { Subject = "max", KeyRing = _ring, DropDamaged = true });
        Assert.Equal(["by-user", "earlier", "silent", "withheld"], Ids(report.Dropped));
        Assert.Equal(["nobody", "other"], Ids(report.Kept));
        Assert.DoesNotContain(report.Kept, run => run.IsDue);
    }

    [Fact]
    public void What_stands_in_the_way_is_told_with_each_run_that_is_theirs_or_may_be()
    {
        using var live = StepLog.Start(Logs, new() { RunId = "live", UserId = "max" });
        var killed = StepLog.Start(Logs, new() { RunId = "killed", UserId = "max" });
        killed.Writer.Abandon();
        killed.Dispose();
        var changed = Run("changed", new() { UserId = "max" });
        File.WriteAllText(changed, File.ReadAllText(changed).Replace("run_end", "run_and", StringComparison.Ordinal));
        _directory.Write("logs/headless.jsonl", "{\"v\":1,\"run_id\":\"headless\",\"step\":0,\"type\":\"run_start\",\"ts\":\"?\"}\n"u8);

        var policy = new RetentionPolicy { UserId = "max" };
        var report = StepLogRetention.Apply(Logs, policy);
        Assert.Empty(report.Dropped);
        Assert.Equal(["changed", "headless", "killed", "live"], Ids(report.Kept.Where(run => run.IsDue)));
        Assert.Equal("It belongs to the user or subject that the policy names. A log is writing it.", Reason(report, "live"));
        Assert.Contains("may be resumed", Reason(report, "killed"), StringComparison.Ordinal);
        Assert.Contains("does not verify", Reason(report, "changed"), StringComparison.Ordinal);
        Assert.Contains("It is unknown whether it belongs to the user or subject", Reason(report, "headless"), StringComparison.Ordinal);
        Assert.Equal(Ids(report.Kept), Ids(StepLogRetention.Apply(Logs, new() { UserId = "max", DryRun = true }).Kept));

        report = StepLogRetention.Apply(Logs, new() { UserId = "max", DropAbandoned = true, DropDamaged = true });
        Assert.Equal(["changed", "killed"], Ids(report.Dropped));
        Assert.Equal(["headless", "live"], Ids(report.Kept.Where(run => run.IsDue)));
        live.Complete();
        Assert.Equal(["live"], Ids(StepLogRetention.Apply(Logs, policy).Dropped));
    }

    [Fact]
    public void A_subject_whose_key_is_gone_is_refused_before_anything_is_dropped()
    {
        Run("a", new() { KeyRing = _ring, Subject = "max" });
        _ring.Erase("max");
        var policy = new RetentionPolicy { Subject = "max", KeyRing = _ring, MaxBytes = 0 };
        var refused = Assert.Throws<StepLogException>(() => StepLogRetention.Apply(Logs, policy));
        Assert.Contains("Drop a subject's runs first, and erase its key then", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("max", refused.Message, StringComparison.Ordinal);
        Assert.Contains("RetentionPolicy.Subject is set and KeyRing is not", Assert.Throws<ArgumentException>(() => StepLogRetention.Apply(Logs, new() { Subject = "max" })).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Logs, "a.jsonl")));
    }

    [Fact]
    public void The_key_that_a_run_had_of_its_own_goes_with_it()
    {
        Run("a", new() { KeyRing = _ring }, secret: true);
        Run("b", new() { KeyRing = _ring }, secret: true);
        Assert.Equal(["a"], Ids(StepLogRetention.Apply(Logs, new() { Subject = KeyRing.SubjectOfRun("a"), KeyRing = _ring }).Dropped));
        Assert.False(_ring.Erase(KeyRing.SubjectOfRun("a")));
        Assert.True(_ring.Erase(KeyRing.SubjectOfRun("b")));
    }

    [Fact]
    public void A_look_leaves_no_lock_beside_a_run_that_is_over()
    {
        var path = Run("changed", new());
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"outcome\":\"completed\"", "\"outcome\":\"completes\"", StringComparison.Ordinal));
        Run("a", new());
        File.AppendAllText(Path.Combine(Logs, "a.jsonl"), "{\"torn");
        Assert.Empty(StepLogRetention.Apply(Logs, new() { MaxBytes = 0 }).Dropped);
        Assert.False(File.Exists(Path.Combine(Logs, "a.lock")));
        Assert.Empty(StepLogRetention.Apply(Logs, new() { MaxBytes = 0, DryRun = true, DropDamaged = true, DropAbandoned = true }).Kept);
    }

    private static List<string> Ids(IEnumerable<RetainedRun> runs) => [.. runs.Select(run => run.RunId).Order(StringComparer.Ordinal)];

    private static string Reason(RetentionReport report, string runId) => Assert.Single(report.Kept, run => run.RunId == runId).Reason;

    private static void Pack(string path)
    {
        using (var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(path));
        }

        File.Delete(path);
    }

    private static void WithoutMark(string path)
    {
        var text = File.ReadAllText(path);
        var at = text.IndexOf(",\"subject\":\"", StringComparison.Ordinal);
        File.WriteAllText(path, text.Remove(at, text.IndexOf('"', at + 13) + 1 - at));
    }

    private string Run(string runId, StepLogOptions options, int bytes = 10, bool secret = false)
    {
        options.RunId ??= runId;
        using var log = StepLog.Start(Logs, options);
        for (var left = bytes; left > 0; left -= 10_000)
        {
            Calls.Say(new string('x', Math.Min(left, 10_000)));
        }

        if (secret)
        {
            Calls.Say(Token);
        }

        log.Complete();
        return log.Path!;
    }
}
