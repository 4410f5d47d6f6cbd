using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Resuming;
using AgentStepLog.FaultTests.Subjects;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Regressions;

/// <summary>What sweeps and losses of power found, each by itself.</summary>
public sealed class MendedTests
{
    private const string First = FaultRun.Directory + "/r.jsonl";
    private const string Second = FaultRun.Directory + "/r.2.jsonl";

    [Fact]
    public void A_next_file_whose_header_is_written_not_synced_and_not_deleted_hides_nothing_that_comes()
    {
        var run = FaultRun.Where(
            Durability.Durable, static script => script.Half(), static (call, path) => path == Second && call is ("fdatasync" or "truncate" or "unlink") ? Fault.Io : null, out var left);
        Assert.True(run.Files.Faults >= 3, $"{run.Files.Faults} faults");
        Assert.Empty(run.Violations());
        Assert.Equal((0, true), (run.Health.Lost, left.ContainsKey(FaultRun.Directory + "/r.3.jsonl")));
        AssertVerdict(left, Verdict.SelfConsistent, Verdict.Torn);
    }

    [Fact]
    public void A_file_that_cannot_be_looked_at_when_the_log_closes_is_not_lost()
    {
        var run = FaultRun.Where(Durability.Written, static script => script.Plain(), static (call, path) => call == "open" && path == First ? Fault.Denied : null, out var left);
        Assert.True(run.Files.Faults > 0);
        Assert.Empty(run.Violations());
        Assert.Equal(0, run.Health.Lost);
        AssertVerdict(left, Verdict.SelfConsistent);
    }

    [Fact]
    public void A_sync_of_a_directory_that_is_interrupted_fails_no_start()
    {
        var interrupted = 0;
        var run = FaultRun.Where(Durability.Durable, static script => script.Plain(), (call, _) => call == "fsync" && interrupted++ == 0 ? Fault.Interrupted : null, out _);
        Assert.Equal((1, null), (run.Files.Faults, run.StartFailure));
        Assert.Empty(run.Violations());
        Assert.Equal((0, true), (run.Health.Lost, run.Left.HasEnd));
    }

    [Fact]
    public void A_start_that_fails_on_a_disk_that_does_not_delete_says_so_by_the_exception_that_it_always_throws()
    {
        var run = FaultRun.Where(
            Durability.Written, static script => script.Plain(), static (call, path) => path == First && call is ("write" or "truncate" or "unlink") ? Fault.NoSpace : null, out _);
        Assert.True(run.Files.Faults >= 2);
        Assert.Contains("its header could not be written", run.StartFailure!.Message, StringComparison.Ordinal);
        Assert.Contains("What was begun of it could not be deleted", run.StartFailure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zeros_in_the_place_of_lines_that_were_written_together_are_torn_and_the_run_is_gone_on_with()
    {
        var run = FaultRun.Of(Durability.Written, static script => script.Plain(), static _ => null, out var left);
        Assert.Empty(run.Violations());
        var log = left[First];
        var ends = log.Index().Where(static b => b.Item == (byte)'\n').Select(static b => b.Index).ToList();
        log.AsSpan(ends[^5] + 1, ends[^4] - ends[^5]).Clear(); // whole lines stand behind it
        left.Remove(FaultRun.Directory + "/r.head");
        Assert.Null(Survivors.Read(left, FaultRun.Directory, FaultRun.RunId).Flaw);
        AssertVerdict(left, Verdict.Torn);

        var before = Survivors.Read(left, FaultRun.Directory, FaultRun.RunId).Records;
        var resumed = ResumedRun.Of(Durability.Written, left, static _ => null, before);
        Assert.Null(resumed.Refusal);
        Assert.Empty(resumed.Violations());
        AssertVerdict(resumed.After, Verdict.SelfConsistent);
    }

    [Fact]
    public void A_lock_whose_file_cannot_be_deleted_holds_nobody_up()
    {
        var run = FaultRun.Where(Durability.Written, static script => script.Plain(), static (call, path) => call == "unlink" && path.EndsWith(".lock", StringComparison.Ordinal) ? Fault.Denied : null, out var left);
        Assert.Equal((1, 0, true), (run.Files.Faults, run.Health.Lost, run.Left.HasEnd));
        Assert.Empty(run.Violations());
        Assert.Contains(FaultRun.Directory + "/r.lock", left.Keys);

        foreach (var gone in left.Keys.Where(static path => !path.EndsWith(".lock", StringComparison.Ordinal)).ToList())
        {
            left.Remove(gone);
        }

        using var log = StepLog.On(Disk.ModelDisk.With(left), new() { Directory = FaultRun.Directory, RunId = FaultRun.RunId });
        Assert.Equal(1, log.Health.Steps);
    }

    [Theory]
    [InlineData(nameof(Durability.Queued))]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    public void A_write_that_fails_and_cannot_be_taken_back_costs_its_own_line_and_the_run_goes_on_in_the_next_file(string durability)
    {
        var writes = 0;
        var run = FaultRun.Where(
            Enum.Parse<Durability>(durability),
            static script => script.Plain(),
            (call, path) => path == First && (call == "truncate" || (call == "write" && ++writes == 4)) ? Fault.NoSpace : null,
            out var left);
        Assert.True(run.Files.Faults >= 3, $"{run.Files.Faults} faults"); // the write, and two or more cuts
        Assert.Empty(run.Violations());
        Assert.Equal((1, 2, true, false), (run.Health.Lost, run.Health.Segment, run.Left.HasEnd, run.Left.IsTorn));
        Assert.NotEqual((byte)'\n', left[First][^1]); // the fragment is there
        Assert.Contains("passed over", AssertVerdict(left, Verdict.Torn).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fragment_that_can_be_cut_off_before_the_next_line_leaves_no_trace()
    {
        var (writes, cuts) = (0, 0);
        var run = FaultRun.Where(
            Durability.Written,
            static script => script.Plain(),
            (call, path) => path == First && ((call == "truncate" && ++cuts == 1) || (call == "write" && ++writes == 4)) ? Fault.NoSpace : null,
            out var left);
        Assert.Equal((2, 1, 1), (run.Files.Faults, run.Health.Lost, run.Health.Segment));
        Assert.Empty(run.Violations());
        AssertVerdict(left, Verdict.SelfConsistent);
    }

    private static Verification AssertVerdict(IReadOnlyDictionary<string, byte[]> files, params Verdict[] verdicts)
    {
        using var directory = new TemporaryDirectory(inMemory: true);
        foreach (var (path, content) in files)
        {
            var copy = directory.Path + path[FaultRun.Directory.Length..];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, content);
        }

        var verification = StepLogVerifier.Verify(Path.Combine(directory.Path, "r.jsonl"));
        Assert.True(verdicts.Contains(verification.Verdict), verification.Message);
        return verification;
    }
}
