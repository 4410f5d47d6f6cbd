using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Subjects;
using AgentStepLog.Files;
using AgentStepLog.Retention;

namespace AgentStepLog.FaultTests.Retention;

/// <summary>A run starts between any two calls to the system that a sweep makes, and a sweep between any two that a start makes. No run loses the manifest that it names.</summary>
public sealed class ManifestRaceTests
{
    private static readonly RetentionPolicy s_policy = new() { UserId = "old" };

    [Fact]
    public void A_run_that_starts_at_any_call_of_a_sweep_finds_its_manifest() => At(
        sweep: static (directory, layer) => new RetentionSweep(layer, directory, s_policy).Run(),
        meanwhile: static directory => ManifestStarts.Write(DiskFiles.Instance, directory, "new"));

    [Fact]
    public void A_run_that_starts_and_is_not_ended_yet_finds_its_manifest_too() => At(
        sweep: static (directory, layer) => new RetentionSweep(layer, directory, s_policy).Run(),
        meanwhile: static directory => ManifestStarts.Start(DiskFiles.Instance, directory, "new").Writer.Abandon());

    [Fact]
    public void A_sweep_at_any_call_of_a_start_leaves_the_run_its_manifest() => At(
        sweep: static (directory, layer) => ManifestStarts.Write(layer, directory, "new"),
        meanwhile: static directory => new RetentionSweep(DiskFiles.Instance, directory, s_policy).Run());

    [Fact]
    public void Two_sweeps_and_a_start_at_any_calls_leave_the_run_its_manifest() => At(
        sweep: static (directory, layer) => new RetentionSweep(layer, directory, s_policy).Run(),
        meanwhile: static directory =>
        {
            new RetentionSweep(DiskFiles.Instance, directory, s_policy).Run();
            ManifestStarts.Write(DiskFiles.Instance, directory, "new");
            new RetentionSweep(DiskFiles.Instance, directory, s_policy).Run();
        });

    private static void At(Action<string, FaultLayer> sweep, Action<string> meanwhile)
    {
        const int Fewest = 12;
        for (var (ordinal, done) = (0, true); done; ordinal++)
        {
            using var directory = new TemporaryDirectory(inMemory: true);
            ManifestStarts.Write(DiskFiles.Instance, directory.Path, "a", "old");
            var manifest = Assert.Single(Directory.GetFiles(Path.Combine(directory.Path, "manifests")));
            File.SetLastWriteTimeUtc(manifest, DateTime.UtcNow - (SharedDocuments.KeptFor * 2));
            done = false;
            var layer = new FaultLayer(DiskFiles.Instance, n =>
            {
                if (n == ordinal && !done)
                {
                    done = true;
                    meanwhile(directory.Path);
                }

                return null;
            });
            sweep(directory.Path, layer);
            Assert.True(done || ordinal >= Fewest, $"Call {ordinal} was never made.");
            foreach (var log in Directory.GetFiles(directory.Path, "*.jsonl"))
            {
                var verified = StepLogVerifier.Verify(log);
                Assert.True(verified is { Verdict: Verdict.SelfConsistent, Blobs: 1 }, $"at {ordinal}, {layer.Calls.ElementAtOrDefault(ordinal)}: {verified.Message}");
            }

            Assert.Equal(done || layer.Calls.Contains("create"), File.Exists(Path.Combine(directory.Path, "new.jsonl")));
        }
    }
}
