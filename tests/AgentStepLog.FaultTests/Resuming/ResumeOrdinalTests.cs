using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Resuming;

/// <summary>Each call to the system that going on with a run takes fails once. If the run is refused then, it is gone on with a moment later.</summary>
public sealed class ResumeOrdinalTests
{
    private const int MinCalls = 40;

    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    public void Fails_and_nothing_that_was_there_is_lost(string durability)
    {
        var mode = Enum.Parse<Durability>(durability);
        var (left, before) = Crashed(mode);
        var plain = ResumedRun.Of(mode, left, static _ => null, before);
        Assert.Null(plain.Refusal);
        Assert.Empty(plain.Violations());
        Assert.InRange(plain.Files.Calls.Count, MinCalls, 10_000);

        var (wrong, refused) = (new List<string>(), 0);
        foreach (var fault in Enum.GetValues<Fault>().Where(static f => f != Fault.Short))
        {
            for (var ordinal = 0; ordinal < plain.Files.Calls.Count; ordinal++)
            {
                var run = ResumedRun.Of(mode, left, n => n == ordinal ? fault : null, before);
                Assert.True(run.Files.Injected.Count == 1, $"Ordinal {ordinal} ({plain.Files.Calls[ordinal]}) was never reached.");
                var violations = run.Violations();
                if (run.Refusal is not null)
                {
                    refused++;
                    var again = ResumedRun.Of(mode, run.After, static _ => null, before);
                    violations.AddRange(again.Violations().Select(static v => "resumed again: " + v));
                    violations.AddRange(again.Refusal is { } refusal ? ["refused again: " + refusal.Message] : []);
                    violations.AddRange(fault == Fault.Interrupted ? ["refused, though only interrupted: " + run.Refusal.Message] : []);
                }

                wrong.AddRange(violations.Select(v => $"{run.Files.Injected[0]}: {v}"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{durability}: {plain.Files.Calls.Count} calls, {refused} refusals");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations:\n{string.Join("\n", wrong.Take(12).Select(static w => w.Length > 500 ? w[..500] : w))}");
        Assert.True(refused > 0);
    }

    // Killed in the middle of a line of its second file.
    private static (Dictionary<string, byte[]> Left, List<string> Before) Crashed(Durability durability)
    {
        var run = FaultRun.Of(durability, static script => script.Half(), static _ => null, out var left);
        Assert.Empty(run.Violations());
        var last = left.Keys.Where(static path => path.EndsWith(".jsonl", StringComparison.Ordinal)).MaxBy(static path => (path.Length, path))!;
        left[last] = left[last][..(left[last].Length - 300)]; // of run_end
        left.Remove($"{FaultRun.Directory}/{FaultRun.RunId}.head");
        return (left, Survivors.Read(left, FaultRun.Directory, FaultRun.RunId).Records);
    }
}
