using System.Diagnostics;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Kills;
using AgentStepLog.FaultTests.Subjects;
using AgentStepLog.Files;
using AgentStepLog.Retention;

namespace AgentStepLog.FaultTests.Retention;

/// <summary>Other processes start runs while this one sweeps their directory. No run loses the manifest that it names.</summary>
public sealed class ManifestProcessTests
{
    private const int Children = 5;
    private const int Rounds = 10;
    private const int Others = 120;

    private static readonly RetentionPolicy s_policy = new() { UserId = "old" };

    [Fact]
    public async Task Fifty_starts_in_other_processes_beside_sweeps_all_find_their_manifest()
    {
        using var directory = new TemporaryDirectory(inMemory: true);
        var children = Enumerable.Range(0, Children).Select(_ => Begin(directory.Path)).ToList();
        var dropped = 0;
        try
        {
            await AssertSay(children, Enumerable.Repeat("ready", Children));
            WriteOthers(directory.Path);
            WriteOld(directory.Path);
            var calls = 0;
            Assert.Equal(1, Sweep(directory.Path, ordinal => calls = ordinal));
            for (var round = 0; round < Rounds; round++)
            {
                // In the last third of a sweep: a run that starts sooner keeps the manifest from being dropped at all.
                dropped += await StartBesideSweeps(directory.Path, children, round, calls * ((2 * Rounds) + round) / (3 * Rounds));
            }
        }
        finally
        {
            children.ForEach(static child => child.StandardInput.Close()); // each one ends when it has nothing more to read
        }

        foreach (var child in children)
        {
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, child.ExitCode);
            child.Dispose();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{dropped} of {Rounds} manifests were dropped");
    }

    /// <returns>How many manifests the sweeps dropped.</returns>
    private static async Task<int> StartBesideSweeps(string directory, List<Process> children, int round, int ordinal)
    {
        var runs = Enumerable.Range(0, Children).Select(i => $"r{round}-{i}").ToList();
        WriteOld(directory);
        var begun = 0;
        var dropped = Sweep(directory, call =>
        {
            if (call >= ordinal && begun < Children)
            {
                children[begun].StandardInput.WriteLine(runs[begun++]);
            }
        });
        Assert.Equal(Children, begun);
        var ends = AssertSay(children, runs);
        while (!ends.IsCompleted)
        {
            dropped += Sweep(directory, static _ => { });
        }

        await ends;

        foreach (var log in runs.Select(run => Path.Combine(directory, run + ".jsonl")))
        {
            var verified = StepLogVerifier.Verify(log);
            Assert.True(verified is { Verdict: Verdict.SelfConsistent, Blobs: 1 }, $"{log}: {verified.Message}");
            File.Delete(log); // the next round's manifest is named by its old run alone
        }

        return dropped;
    }

    // They name no manifest, and a sweep reads them all between its look at the manifest and the moment at which it drops it.
    private static void WriteOthers(string directory)
    {
        for (var i = 0; i < Others; i++)
        {
            using var log = StepLog.On(DiskFiles.Instance, new() { Directory = directory, RunId = $"other{i}", Ids = StepIds.Sequential() });
            log.Complete();
        }
    }

    private static void WriteOld(string directory)
    {
        ManifestStarts.Write(DiskFiles.Instance, directory, "old", "old");
        var manifest = Assert.Single(Directory.GetFiles(Path.Combine(directory, "manifests")));
        File.SetLastWriteTimeUtc(manifest, DateTime.UtcNow - (SharedDocuments.KeptFor * 2));
    }

    private static int Sweep(string directory, Action<int> meanwhile)
    {
        var files = new FaultLayer(DiskFiles.Instance, ordinal =>
        {
            meanwhile(ordinal);
            return null;
        });
        return new RetentionSweep(files, directory, s_policy).Run().DroppedManifests.Count;
    }

    private static Process Begin(string directory)
    {
        var start = Child.Doing("start runs", directory);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    private static async Task AssertSay(IEnumerable<Process> children, IEnumerable<string> words)
    {
        foreach (var (child, word) in children.Zip(words))
        {
            var said = await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(said == word, $"\"{said ?? await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}\" instead of \"{word}\"");
        }
    }
}
