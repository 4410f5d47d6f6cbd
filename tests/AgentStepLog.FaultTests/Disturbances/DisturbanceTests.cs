using AgentStepLog.FaultTests.Faults;

namespace AgentStepLog.FaultTests.Disturbances;

/// <summary>Something else than the log disturbs a file of a run, before any call to the system that the run makes while the file is written; then that call works, or fails.</summary>
public sealed class DisturbanceTests
{
    [Theory]
    [InlineData(false, null)]
    [InlineData(false, nameof(Fault.Io))]
    [InlineData(true, null)]
    [InlineData(true, nameof(Fault.Io))]
    public void Whatever_is_done_to_a_file_at_whatever_moment_nothing_is_lost_that_is_not_told(bool timePasses, string? fault)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted, moved or replaced there.");
        IReadOnlyList<(string Call, string File)> calls;
        using (var plain = new DisturbedRun(timePasses))
        {
            Assert.Empty(plain.Violations());
            calls = plain.Calls;
        }

        var (wrong, runs) = (new List<string>(), 0);
        foreach (var file in calls.Where(static call => call.Call == "create" && call.File.EndsWith(".jsonl", StringComparison.Ordinal)).Select(static call => call.File))
        {
            foreach (var how in Enum.GetValues<Disturbance>())
            {
                for (var ordinal = First(calls, file); ordinal <= Last(calls, file, how); ordinal++, runs++)
                {
                    using var run = new DisturbedRun(timePasses, (ordinal, file), how, fault is null ? null : Enum.Parse<Fault>(fault));
                    wrong.AddRange(run.Violations().Select(v => $"{file} is {how} before call {ordinal}, {calls[ordinal]}: {v}"));
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{calls.Count} calls, {runs} runs");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations in {runs} runs:\n{string.Join("\n", wrong.Take(12))}");
        Assert.InRange(runs, 200, 10_000);
    }

    // Of the run's first file once its header is there: before, a run may be refused.
    private static int First(IReadOnlyList<(string Call, string File)> calls, string file) => calls.ToList().IndexOf((file == "r.jsonl" ? "write" : "create", file)) + 1;

    // When a log closes a file, it looks at its length, and then opens it by its name. Later the file is its owner's to keep.
    private static int Last(IReadOnlyList<(string Call, string File)> calls, string file, Disturbance how)
    {
        var name = Enumerable.Range(0, calls.Count - 1).Last(i => calls[i] == ("open", file) && calls[i + 1] == ("fstat", file));
        return how <= Disturbance.WrittenTo ? calls.Take(name).ToList().LastIndexOf(("fstat", file)) : name;
    }
}
