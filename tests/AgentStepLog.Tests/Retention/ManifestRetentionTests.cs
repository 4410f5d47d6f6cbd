using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Retention;
using AgentStepLog.Tests.Files;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Retention;

/// <summary>Manifests and tool sets go with the last run that names them, and no sooner.</summary>
public sealed class ManifestRetentionTests : IDisposable
{
    private static readonly RetentionPolicy s_all = new() { MaxBytes = 0 };
    private static readonly BuildManifest s_manifest = SharedDocumentTests.Manifest();
    private readonly TempDirectory _directory = new();

    private string Stored => SharedDocument.PathIn(_directory.Path, Hash);

    private static string Hash => s_manifest.Hash["sha256:".Length..];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void One_goes_with_the_last_run_that_names_it_and_is_reported()
    {
        var clock = new FixedClock();
        Write("a", clock);
        clock.Advance(TimeSpan.FromDays(1));
        Write("b", clock);
        Age(Stored);

        var report = StepLogRetention.Apply(_directory.Path, new() { MaxAge = TimeSpan.FromHours(1), TimeProvider = clock });
        Assert.Equal(["a"], report.Dropped.Select(run => run.RunId));
        Assert.Empty(report.DroppedManifests);
        Assert.Null(report.ManifestObstacle);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(_directory.In("b.jsonl")).Verdict);

        report = StepLogRetention.Apply(_directory.Path, s_all);
        Assert.Equal([new RetainedManifest(Hash, s_manifest.Json.Length)], report.DroppedManifests);
        Assert.Empty(Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void One_that_is_younger_than_an_hour_stays_though_no_run_names_it()
    {
        Write("a");
        Assert.Empty(StepLogRetention.Apply(_directory.Path, s_all).DroppedManifests);
        File.SetLastWriteTimeUtc(Stored, DateTime.UtcNow - SharedDocuments.KeptFor + TimeSpan.FromMinutes(5));
        Assert.Empty(StepLogRetention.Apply(_directory.Path, s_all).DroppedManifests);
        Age(Stored);
        Assert.Single(StepLogRetention.Apply(_directory.Path, s_all).DroppedManifests);
    }

    [Fact]
    public void A_dry_run_says_what_would_go_and_changes_nothing()
    {
        Write("a");
        Age(Stored);
        var before = Entries();
        var report = StepLogRetention.Apply(_directory.Path, new() { MaxBytes = 0, DryRun = true });
        Assert.Equal((true, 1, 1, 0), (report.IsDryRun, report.Dropped.Count, report.DroppedManifests.Count, report.Kept.Count));
        Assert.Equal(before, Entries());
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(_directory.In("a.jsonl")).Verdict);
        Assert.Equal(report with { IsDryRun = false }, StepLogRetention.Apply(_directory.Path, s_all));
    }

    [Fact]
    public void What_a_run_may_name_that_is_written_since_before_stays()
    {
        using var log = StepLog.Start(_directory.Path, new() { RunId = "live" });
        var since = Set("{\"tools\":[1]}"); // stored, and no line names it yet
        File.SetLastWriteTimeUtc(log.Path!.Replace(".jsonl", ".lock", StringComparison.Ordinal), DateTime.UtcNow - (SharedDocuments.KeptFor * 5));
        File.SetLastWriteTimeUtc(since, DateTime.UtcNow - (SharedDocuments.KeptFor * 4));
        var before = Set("{\"tools\":[2]}");
        File.SetLastWriteTimeUtc(before, DateTime.UtcNow - (SharedDocuments.KeptFor * 7));

        Assert.Single(StepLogRetention.Apply(_directory.Path, s_all).DroppedManifests);
        Assert.Equal((true, false), (File.Exists(since), File.Exists(before)));
        log.Complete();
        Assert.Single(StepLogRetention.Apply(_directory.Path, new()).DroppedManifests);
        Assert.False(File.Exists(since));
    }

    [Theory]
    [InlineData("a header")]
    [InlineData("a tool set")]
    [InlineData("escaped")]
    [InlineData("packed")]
    [InlineData("next file")]
    [InlineData("a damaged line")]
    [InlineData("a file of no run")]
    public void Whatever_names_it_keeps_it(string how)
    {
        var set = Set("{\"tools\":[]}");
        Age(set);
        var reference = "sha256:" + Path.GetFileNameWithoutExtension(set);
        var log = new HandWrittenLog("r");
        log = how == "a header" ? log.Header($"\"manifest\":\"{reference}\"")
            : log.Header().Llm(1, $"\"tool_set\":\"{(how == "escaped" ? string.Concat(reference.Select(c => $"\\u{(int)c:x4}")) : reference)}\"");
        var bytes = log.End().ToArray();
        switch (how)
        {
            case "packed":
                using (var packing = new GZipStream(File.Create(_directory.In("r.jsonl.gz")), CompressionLevel.Fastest))
                {
                    packing.Write(bytes);
                }

                break;
            case "next file":
                _directory.Write("r.jsonl", new HandWrittenLog("r").Header().ToArray());
                _directory.Write("r.2.jsonl", bytes);
                break;
            case "a damaged line":
                _directory.Write("r.jsonl", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"route\":", "\"route:", StringComparison.Ordinal)));
                break;
            default:
                _directory.Write(how == "a file of no run" ? "other.jsonl" : "r.jsonl", bytes);
                break;
        }

        var report = StepLogRetention.Apply(_directory.Path, new());
        Assert.Equal((0, null), (report.DroppedManifests.Count, report.ManifestObstacle));
        Assert.True(File.Exists(set));
        foreach (var file in Directory.GetFiles(_directory.Path))
        {
            File.Delete(file);
        }

        Assert.Single(StepLogRetention.Apply(_directory.Path, new()).DroppedManifests); // the attempt is one that can succeed
    }

    [Theory]
    [InlineData("a later version")]
    [InlineData("packed and damaged")]
    [InlineData("a link")]
    [InlineData("endless")]
    public void A_log_that_cannot_be_read_may_name_any_and_is_named(string what)
    {
        var set = Set("{\"tools\":[]}");
        Age(set);
        switch (what)
        {
            case "a later version":
                _directory.Write("odd.jsonl", "{\"v\":2,\"run_id\":\"odd\",\"step\":0,\"type\":\"run_start\"}\n"u8);
                break;
            case "packed and damaged":
                _directory.Write("odd.jsonl.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff]);
                break;
            case "a link":
                Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a right there.");
                File.CreateSymbolicLink(_directory.In("odd.jsonl"), _directory.In("nothing"));
                break;
            default:
                _directory.Write("odd.jsonl", new byte[200_000]);
                break;
        }

        var report = StepLogRetention.Apply(_directory.Path, new());
        Assert.Empty(report.DroppedManifests);
        Assert.Contains("\"odd.jsonl", report.ManifestObstacle, StringComparison.Ordinal);
        Assert.Contains("may name any manifest", report.ManifestObstacle, StringComparison.Ordinal);
        Assert.True(File.Exists(set));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_call_did_not_come_to_the_end_of_is_put_back_if_it_is_whole(bool isWhole)
    {
        Write("a");
        File.Move(Stored, Stored + ".dropped");
        if (!isWhole)
        {
            File.AppendAllText(Stored + ".dropped", "damage");
            File.WriteAllText(Stored, s_manifest.Json); // another run has written it since
        }

        File.SetLastWriteTimeUtc(Stored + ".dropped", DateTime.UtcNow - (SharedDocuments.KeptFor * 3));
        Assert.Empty(StepLogRetention.Apply(_directory.Path, new()).DroppedManifests);
        Assert.Equal([Stored], Directory.GetFiles(_directory.In("manifests")));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(_directory.In("a.jsonl")).Verdict);
        Assert.InRange(DateTime.UtcNow - File.GetLastWriteTimeUtc(Stored), TimeSpan.FromMinutes(-1), SharedDocuments.KeptFor / 2);
    }

    [Fact]
    public void What_a_killed_process_left_unfinished_goes_and_what_others_keep_there_stays()
    {
        var left = _directory.Write($"manifests/.{Hash}.json.{Guid.NewGuid():N}", "{\"v\""u8);
        var young = _directory.Write($"manifests/.{Hash}.json.{Guid.NewGuid():N}", "{\"v\""u8);
        var own = _directory.Write("manifests/deployment.json", "{}"u8);
        Age(left);
        Age(own);
        Assert.Empty(StepLogRetention.Apply(_directory.Path, s_all).DroppedManifests);
        Assert.Equal((false, true, true), (File.Exists(left), File.Exists(young), File.Exists(own)));
    }

    [Fact]
    public void A_folder_that_cannot_be_looked_at_is_told_and_the_runs_go()
    {
        Write("a");
        var files = new FaultyFiles(DiskFiles.Instance) { Fails = static call => call == "list manifests" };
        var report = new RetentionSweep(files, _directory.Path, s_all).Run();
        Assert.Single(report.Dropped);
        Assert.Contains(files.Reason, report.ManifestObstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_runs_that_start_beside_sweeps_all_find_their_manifest()
    {
        for (var round = 0; round < 8; round++)
        {
            Write($"old{round}");
            Age(Stored);
            using var done = new CancellationTokenSource();
            var sweeping = new Thread(() =>
            {
                while (!done.IsCancellationRequested)
                {
                    StepLogRetention.Apply(_directory.Path, new() { UserId = "old" });
                }
            });
            sweeping.Start();
            var starting = Enumerable.Range(0, 50).Select(i => new Thread(() => Write($"r{round}-{i}"))).ToList();
            starting.ForEach(static thread => thread.Start());
            starting.ForEach(static thread => thread.Join());
            done.Cancel();
            sweeping.Join();
            Assert.False(File.Exists(_directory.In($"old{round}.jsonl")));
            foreach (var log in Directory.GetFiles(_directory.Path, "*.jsonl"))
            {
                var verified = StepLogVerifier.Verify(log);
                Assert.True(verified is { Verdict: Verdict.SelfConsistent, Blobs: 1 }, verified.Message);
                File.Delete(log);
            }

            Assert.Equal([Stored], Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories));
        }
    }

    private static void Age(string path) => File.SetLastWriteTimeUtc(path, DateTime.UtcNow - (SharedDocuments.KeptFor * 2));

    private string[] Entries() =>
        [.. Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}")];

    private string Set(string json)
    {
        var content = Encoding.UTF8.GetBytes(json);
        return _directory.Write($"manifests/{Convert.ToHexStringLower(SHA256.HashData(content))}.json", content);
    }

    private void Write(string runId, TimeProvider? clock = null)
    {
        using var log = StepLog.Start(_directory.Path, new()
        {
            RunId = runId, Manifest = s_manifest, TimeProvider = clock ?? TimeProvider.System, UserId = runId.StartsWith("old", StringComparison.Ordinal) ? "old" : null,
        });
        log.Complete();
    }
}
