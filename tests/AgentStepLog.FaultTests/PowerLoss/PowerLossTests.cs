using System.Text.Json;
using AgentStepLog.FaultTests.Disk;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Resuming;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.PowerLoss;

/// <summary>
/// The power fails after each thing that a run does to the disk, and the disk keeps what it likes of what was not synced. What is left verifies, or
/// is torn, and is gone on with.
/// </summary>
public sealed class PowerLossTests
{
    private const int Seed = 20261121;

    [Fact]
    public void What_a_durable_log_acknowledged_survives_in_every_state()
    {
        using var reader = new Reader();
        var (states, points) = Survive(Durability.Durable, Replay(Durability.Durable, static _ => null), PowerFails, samples: Sweeps.Count(full: 12, brief: 2), reader: reader);
        Assert.InRange(points, 100, 100_000);
        Assert.InRange(states, Sweeps.Count(full: 1_000, brief: 400), 1_000_000);
    }

    [Fact]
    public void So_it_does_after_any_sync_that_failed_and_nothing_is_written_to_that_file_again()
    {
        var plain = FaultRun.Of(Durability.Durable, static script => script.Little(), static _ => null);
        var syncs = plain.Files.Calls.Index().Where(static c => c.Item is "fdatasync" or "fsync").Select(static c => c.Index).ToList();
        Assert.InRange(syncs.Count, 10, 1_000);
        var begun = 0;
        foreach (var sync in syncs)
        {
            var journal = new List<DiskEvent>();
            var run = FaultRun.Of(Durability.Durable, static script => script.Little(), n => n == sync ? Fault.Io : null, journal);
            Assert.Single(run.Files.Injected);
            if (run.StartFailure is not null)
            {
                continue; // there is no log to lose anything
            }

            begun++;
            Survive(Durability.Durable, journal, PowerFails, told: run.Health.Lost, samples: 1);
        }

        Assert.InRange(begun, syncs.Count - 6, syncs.Count);
    }

    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    public void What_was_acknowledged_before_a_kill_is_there(string durability)
    {
        var mode = Enum.Parse<Durability>(durability);
        using var reader = new Reader();
        var (states, _) = Survive(mode, Replay(mode, static _ => null), static (image, _, _) => [image.AfterKill()], reader: reader);
        Assert.InRange(states, 50, 1_000_000);
    }

    /// <summary>Nothing is promised of what was acknowledged. But no state is taken for more than it is.</summary>
    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Queued))]
    public void What_is_left_of_a_log_that_does_not_sync_is_a_part_of_it_and_is_gone_on_with_or_refused(string durability)
    {
        var mode = Enum.Parse<Durability>(durability);
        var journal = Replay(mode, static _ => null, out var all);
        using var reader = new Reader();
        var (image, random) = (new DiskImage(), new Random(Seed));
        var (whole, torn, refused, holes, wrong) = (0, 0, 0, 0, new List<string>());
        foreach (var e in journal.Where(static e => e.Action != DiskAction.Acknowledge))
        {
            image.Happens(e);
            foreach (var state in image.AfterPowerLoss(random, samples: Sweeps.Count(full: 4, brief: 2)))
            {
                var left = Survivors.Read(state, FaultRun.Directory, FaultRun.RunId);
                var verification = reader.Verify(state);
                var resumed = ResumedRun.Of(mode, state, static _ => null, left.Records);
                var flaws = left.Flaw is null || verification is null ? [] : verification.Verdict is Verdict.SelfConsistent ? ["verified: " + left.Flaw] : new List<string>();
                flaws.AddRange(left.Records.SequenceEqual(all.Take(left.Records.Count)) ? [] : ["another order than it had"]);
                if (HasHoleBeforeHead(state, left))
                {
                    // Resume reads only what lies behind the head's last line, so the hole is for the verifier to find.
                    holes++;
                    flaws.AddRange(resumed.Refusal is null && reader.Verify(resumed.After)?.Verdict is Verdict.SelfConsistent ? ["gone on with over a hole, and self-consistent"] : []);
                }
                else if (left.Flaw is null && verification is not null)
                {
                    flaws.AddRange(resumed.Violations());
                }

                if (resumed.Refusal is not null)
                {
                    refused++;
                    flaws.AddRange(Same(state, resumed.After) ? [] : ["refused, and changed"]);
                    flaws.AddRange(left is { Flaw: null, HasEnd: false, Types.Count: > 0 } && verification is { Verdict: Verdict.SelfConsistent or Verdict.Torn } ? ["refused: " + resumed.Refusal.Message] : []);
                }

                whole += verification?.Verdict == Verdict.SelfConsistent ? 1 : 0;
                torn += verification?.Verdict == Verdict.Torn ? 1 : 0;
                wrong.AddRange(flaws.Select(flaw => $"{e.Action} {e.Path}: {flaw}"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{durability}: {whole} verify, {torn} torn, {refused} refused to be gone on with, {holes} with a hole before the head");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations:\n{string.Join("\n", wrong.Take(12).Select(static w => w.Length > 500 ? w[..500] : w))}");
        Assert.True(whole > 20 && torn > 20 && refused > 20, $"{whole} {torn} {refused}");
    }

    // The last line that the head names is where the head says, and a line before it is not to be read.
    private static bool HasHoleBeforeHead(Dictionary<string, byte[]> state, Survivors left)
    {
        try
        {
            var run = $"{FaultRun.Directory}/{FaultRun.RunId}";
            if (!state.TryGetValue($"{run}.head", out var text))
            {
                return false;
            }

            using var head = JsonDocument.Parse(text);
            var (lines, segment, bytes) = (Number("lines"), Number("segment"), (int)Number("bytes"));
            return lines > left.Types.Count && state.TryGetValue(segment == 1 ? $"{run}.jsonl" : $"{run}.{segment}.jsonl", out var file)
                && file.Length >= bytes && file.AsSpan(0, bytes) is [.., (byte)'}', (byte)'\n'];

            long Number(string name) => head.RootElement.GetProperty(name).GetInt64();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>As file systems do that write in order: all up to some write, and of that one some sectors.</summary>
    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Queued))]
    public void On_a_disk_that_writes_in_order_a_log_that_does_not_sync_loses_its_end_alone(string durability)
    {
        var mode = Enum.Parse<Durability>(durability);
        var journal = Replay(mode, static _ => null, out var all);
        using var reader = new Reader();
        var (image, random, states, lost) = (new DiskImage(), new Random(Seed), 0, 0);
        foreach (var e in journal.Where(static e => e.Action != DiskAction.Acknowledge))
        {
            image.Happens(e);
            foreach (var state in image.InOrder(random, samples: Sweeps.Count(full: 6, brief: 2)))
            {
                states++;
                var left = Survivors.Read(state, FaultRun.Directory, FaultRun.RunId);
                var flaw = left.Flaw ?? reader.FlawOf(state, left);
                Assert.True(flaw is null, $"{durability}, {e.Action} {e.Path}: {flaw}");
                Assert.Equal(all.Take(left.Records.Count), left.Records);
                lost += left.Records.Count < all.Count ? 1 : 0;
                if (left is { HasEnd: false, Types.Count: > 0 })
                {
                    var resumed = ResumedRun.Of(mode, state, static _ => null, left.Records);
                    Assert.True(resumed.Refusal is null && resumed.Violations().Count == 0, $"{durability}, {e.Action} {e.Path}: {resumed.Refusal?.Message} {string.Join("; ", resumed.Violations())}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{durability}: {states} states, {lost} without the end");
        Assert.True(states > Sweeps.Count(full: 200, brief: 100) && lost > Sweeps.Count(full: 100, brief: 80), $"{states} {lost}");
    }

    private static bool Same(Dictionary<string, byte[]> one, Dictionary<string, byte[]> other) =>
        one.All(file => other.TryGetValue(file.Key, out var content) && content.AsSpan().SequenceEqual(file.Value));

    [Fact]
    public void The_model_finds_a_log_out_that_does_not_sync()
    {
        var journal = Replay(Durability.Written, static _ => null);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Survive(Durability.Written, journal, PowerFails));
    }

    [Theory]
    [InlineData(DiskAction.Sync)]
    [InlineData(DiskAction.SyncDirectory)]
    public void The_model_finds_a_log_out_that_leaves_out_a_kind_of_sync(object action)
    {
        var journal = Replay(Durability.Durable, static _ => null);
        journal.RemoveAll(e => e.Action.Equals(action));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Survive(Durability.Durable, journal, PowerFails));
    }

    private static IEnumerable<Dictionary<string, byte[]>> PowerFails(DiskImage image, Random random, int samples) => image.AfterPowerLoss(random, samples);

    private static List<DiskEvent> Replay(Durability durability, Func<int, Fault?> plan) => Replay(durability, plan, out _);

    private static List<DiskEvent> Replay(Durability durability, Func<int, Fault?> plan, out List<string> records)
    {
        var journal = new List<DiskEvent>();
        var run = FaultRun.Of(durability, static script => script.Half(), plan, journal);
        Assert.Empty(run.Violations());
        records = run.Left.Records;
        return journal;
    }

    /// <param name="durability">How the log was written.</param>
    /// <param name="journal">What happened to the disk.</param>
    /// <param name="states">What may be left at a point.</param>
    /// <param name="told">How many of the acknowledged records may be missing, since the log itself counted them as lost.</param>
    /// <param name="samples">How many states, beside the extreme ones.</param>
    /// <param name="reader">The library's own verifier, where it is to look at each state, and the run to go on from each.</param>
    private static (int States, int Points) Survive(
        Durability durability, List<DiskEvent> journal, Func<DiskImage, Random, int, IEnumerable<Dictionary<string, byte[]>>> states, long told = 0, int samples = 8, Reader? reader = null)
    {
        var (image, acknowledged, random) = (new DiskImage(), new List<string>(), new Random(Seed));
        var (count, points) = (0, 0);
        foreach (var e in journal)
        {
            if (e.Action == DiskAction.Acknowledge)
            {
                acknowledged.Add(e.Path);
            }
            else
            {
                image.Happens(e);
            }

            Assert.Null(image.Misuse);
            points++;
            foreach (var state in image.IsCertain ? [image.AfterKill()] : states(image, random, samples))
            {
                count++;
                var left = Survivors.Read(state, FaultRun.Directory, FaultRun.RunId);
                var flaw = left.Flaw ?? reader?.FlawOf(state, left);
                Assert.True(flaw is null, $"{durability}, point {points} ({e.Action} {e.Path}): {flaw}");
                var missing = acknowledged.Except(left.Records).ToList();
                if (reader is not null && !left.HasEnd && acknowledged.Count > 0)
                {
                    var resumed = ResumedRun.Of(durability, state, static _ => null, left.Records);
                    Assert.True(resumed.Violations().Count == 0 && resumed.Refusal is null, $"{durability}, point {points} ({e.Action} {e.Path}), resumed: {resumed.Refusal?.Message} {string.Join("; ", resumed.Violations())}");
                }

                Assert.True(missing.Count <= told, $"{durability}, point {points} ({e.Action} {e.Path}): {string.Join(" ", missing)} are gone");
            }
        }

        Assert.NotEmpty(acknowledged);
        TestContext.Current.TestOutputHelper?.WriteLine($"{durability}: {count} states at {points} points");
        return (count, points);
    }
}
