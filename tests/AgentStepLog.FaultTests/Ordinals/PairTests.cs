using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Ordinals;

/// <summary>Every two calls to the system of a small run fail: the second among those that the first failure led to.</summary>
public sealed class PairTests
{
    private static readonly Fault[] s_faults = [Fault.NoSpace, Fault.Io, Fault.IoAfter, Fault.ReadOnly, Fault.Denied];

    // The two calls behind the first failure are always tried: they are made by what handles it.
    private static readonly int s_step = Sweeps.Step(4);

    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    [InlineData(nameof(Durability.Queued))]
    public void Fail_and_every_record_is_there_or_told(string durability)
    {
        var mode = Enum.Parse<Durability>(durability);
        var plain = FaultRun.Of(mode, static script => script.Little(), static _ => null);
        Assert.Empty(plain.Violations());

        var (wrong, pairs) = (new List<string>(), 0);
        for (var first = 0; first < plain.Files.Calls.Count; first++)
        {
            for (int second = first + 1, injected = 2; injected == 2; second += second == first + 1 ? 1 : s_step)
            {
                // By a fixed rule all kinds meet all others.
                var (one, other) = (s_faults[first % s_faults.Length], s_faults[second / 2 % s_faults.Length]);
                var run = FaultRun.Of(mode, static script => script.Little(), n => n == first ? one : n == second ? other : null);
                injected = run.Files.Injected.Count;
                pairs += injected == 2 ? 1 : 0;
                wrong.AddRange(injected == 0 ? [$"ordinal {first} was never reached"] : run.Violations().Select(v => $"{string.Join(", ", run.Files.Injected)}: {v}"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{durability}: {plain.Files.Calls.Count} calls, {pairs} pairs");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations in {pairs} pairs:\n{string.Join("\n", wrong.Take(12).Select(static w => w.Length > 500 ? w[..500] : w))}");
        Assert.InRange(pairs, plain.Files.Calls.Count * (plain.Files.Calls.Count - 1) / Sweeps.Count(full: 4, brief: 20), int.MaxValue);
    }
}
