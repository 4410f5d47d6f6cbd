using AgentStepLog.Files;
using AgentStepLog.Retention;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Resuming;

/// <summary>A run id may end like any file of another run. Dropping the one run never touches the other.</summary>
public sealed class HostileRunIdTests : IDisposable
{
    // All that the library puts behind a run id, and what looks like it.
    private static readonly string[] s_endings =
    [
        ".jsonl", ".jsonl.gz", ".2", ".2.jsonl", ".02", ".7", ".lock", ".head", ".head.new", ".blobs", ".dropped", ".dropped.new", ".jsonl.torn-1", ".jsonl.other-1", ".jsonl.torn-", ".jsonl.torn-1.2",
        ".2.jsonl.torn-1", ".2.jsonl.other-1", ".torn-1", ".other-1", ".manifests", ".json", "-1", "1",
    ];

    private static readonly string[] s_pieces = ["a.jsonl.torn-1", "a.jsonl.other-1", "a.3.jsonl.torn-77", "a.3.jsonl.other-12"];

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Dropping_a_run_takes_its_own_files_alone_and_dropping_the_others_leaves_it()
    {
        var others = Others(out var open);
        Victim(); // which passes over the number whose name another run has
        var report = StepLogRetention.Apply(_directory.Path, new() { UserId = "max", DropAbandoned = true, DropDamaged = true });
        Assert.Equal(["a"], report.Dropped.Select(run => run.RunId));
        Assert.Equal(s_endings.Select(ending => "a" + ending).Order(StringComparer.Ordinal), report.Kept.Select(run => run.RunId).Order(StringComparer.Ordinal));
        Assert.All(report.Kept, run => Assert.True(File.Exists(_directory.In(run.RunId + ".jsonl")), run.RunId));
        open.Complete();
        AssertWhole(others);
        Assert.DoesNotContain(Files(), path => Path.GetFileName(path) is "a.jsonl" or "a.blobs" or "a.head" or "a.lock" || s_pieces.Contains(Path.GetFileName(path)));

        Victim();
        var own = Files().Except(others.Keys.Append(open.Path!)).ToList();
        report = StepLogRetention.Apply(_directory.Path, new() { UserId = "eve" });
        Assert.Equal(s_endings.Length, report.Dropped.Count);
        Assert.Equal(own.Order(StringComparer.Ordinal), Files());
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(_directory.In("a.jsonl")).Verdict);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_killed_call_left_of_a_run_goes_with_all_pieces_and_nothing_of_another_run(bool isPacked)
    {
        var others = Others(out var open);
        Victim(); // which passes over the number whose name another run has
        open.Complete();
        if (isPacked)
        {
            File.Move(_directory.In("a.3.jsonl"), _directory.In("a.3.jsonl.gz")); // damaged, as it is no gzip
        }

        File.Move(_directory.In("a.jsonl"), _directory.In("a.dropped"));
        var report = StepLogRetention.Apply(_directory.Path, new());
        Assert.Empty(report.Dropped);
        Assert.Equal(s_endings.Length, report.Kept.Count);
        AssertWhole(others);
        Assert.Equal([.. others.Keys.Append(open.Path!).Order(StringComparer.Ordinal)], Files());
    }

    [Fact]
    public void A_piece_beside_a_file_that_was_packed_since_goes_with_it()
    {
        Victim();
        using (var packed = new System.IO.Compression.GZipStream(File.Create(_directory.In("a.3.jsonl.gz")), System.IO.Compression.CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(_directory.In("a.3.jsonl")));
        }

        File.Delete(_directory.In("a.3.jsonl"));
        Assert.Equal(["a"], StepLogRetention.Apply(_directory.Path, new() { UserId = "max" }).Dropped.Select(run => run.RunId));
        Assert.Empty(Files());
    }

    [Fact]
    public void A_run_that_begins_under_the_name_of_a_next_file_is_not_taken_for_that()
    {
        Victim(segments: 1);
        using (DiskFiles.Instance.TryLock(_directory.In("a.2.lock")))
        {
            _directory.Write("a.2.jsonl", ""u8);
            var kept = Assert.Single(StepLogRetention.Apply(_directory.Path, new() { UserId = "max", DropAbandoned = true, DropDamaged = true }).Kept);
            Assert.Contains("changed meanwhile", kept.Reason, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(_directory.In("a.2.jsonl")));
        Assert.Equal(["a"], StepLogRetention.Apply(_directory.Path, new() { UserId = "max", DropAbandoned = true, DropDamaged = true }).Dropped.Select(run => run.RunId));
    }

    [Fact]
    public void A_run_that_goes_on_after_it_was_listed_stays_and_goes_whole_the_next_time()
    {
        var killed = StepLog.Start(_directory.Path, new() { RunId = "a", UserId = "max" });
        killed.Writer.Abandon();
        killed.Dispose();
        var policy = new RetentionPolicy { UserId = "max", DropAbandoned = true, DropDamaged = true };
        var isResumed = false;
        var files = new FaultyFiles(DiskFiles.Instance)
        {
            Before = call =>
            {
                if (call == "lock" && !isResumed)
                {
                    isResumed = true;
                    using var log = StepLog.Resume(_directory.Path, "a", new() { SegmentBytes = 64 * 1024 });
                    Fill(log, 3);
                    log.Complete();
                }
            },
        };

        Assert.Contains("changed meanwhile", Assert.Single(new RetentionSweep(files, _directory.Path, policy).Run().Kept).Reason, StringComparison.Ordinal);
        Assert.True(isResumed);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(_directory.In("a.jsonl")).Verdict);
        Assert.Single(StepLogRetention.Apply(_directory.Path, policy).Dropped);
        Assert.Empty(Files());
    }

    private static void Fill(StepLog log, int segments)
    {
        log.Record(new EventStep { Name = "large", Data = JsonText.Of(new string('x', 30_000)) });
        while (log.Health.Segment < segments)
        {
            log.Record(new EventStep { Name = "step", Data = JsonText.Of(new string('x', 10_000)) });
        }
    }

    private void Victim(int segments = 3)
    {
        using (var log = StepLog.Start(_directory.Path, new() { RunId = "a", UserId = "max", SegmentBytes = 64 * 1024, InlineLimit = 20_000 }))
        {
            Fill(log, segments);
            log.Complete();
        }

        foreach (var piece in segments == 1 ? [] : s_pieces)
        {
            _directory.Write(piece, "piece"u8);
        }
    }

    // Each with a blob; one is still being written.
    private Dictionary<string, byte[]> Others(out StepLog open)
    {
        foreach (var ending in s_endings.Where(ending => ending != ".jsonl.torn-1"))
        {
            using var log = StepLog.Start(_directory.Path, new() { RunId = "a" + ending, UserId = "eve", InlineLimit = 20_000 });
            Fill(log, 1);
            log.Complete();
        }

        open = StepLog.Start(_directory.Path, new() { RunId = "a.jsonl.torn-1", UserId = "eve" });
        var written = open.Path!;
        return Files().Where(path => !s_pieces.Contains(Path.GetFileName(path)) && path != written && s_endings.Any(ending => IsOf(Path.GetRelativePath(_directory.Path, path), "a" + ending)))
            .ToDictionary(path => path, File.ReadAllBytes);
    }

    private static bool IsOf(string name, string runId) => name == runId + ".jsonl" || name.StartsWith(runId + ".blobs" + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void AssertWhole(Dictionary<string, byte[]> files)
    {
        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.All(s_endings, ending => Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(_directory.In("a" + ending + ".jsonl")).Verdict));
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(_directory.Path, "*", SearchOption.AllDirectories).Where(path => !path.Contains("manifests" + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
