using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Closed;

/// <summary>
/// Each call to the system fails once, in each way, while tools are called that are refused where they cannot be announced: by their own word, or the
/// log's. A call that was made is announced in the log; one that was refused did not run.
/// </summary>
public sealed class FailClosedOrdinalTests
{
    private const int MinCalls = 40;

    [Theory]
    [InlineData(nameof(Durability.Queued), false)]
    [InlineData(nameof(Durability.Queued), true)]
    [InlineData(nameof(Durability.Written), false)]
    [InlineData(nameof(Durability.Written), true)]
    [InlineData(nameof(Durability.Durable), false)]
    [InlineData(nameof(Durability.Durable), true)]
    public void Fails_once_and_what_ran_is_announced_and_what_was_refused_did_not_run(string durability, bool ofLog)
    {
        var (mode, policy) = (Enum.Parse<Durability>(durability), ofLog ? LogFailurePolicy.FailClosed : LogFailurePolicy.FailOpen);
        var plain = Run(mode, policy, static _ => null);
        Assert.Empty(plain.Violations());
        Assert.Equal((0, 0, ofLog ? 16 : 12), (plain.Health.Lost, plain.Refused, plain.Promised));
        Assert.InRange(plain.Files.Calls.Count, MinCalls, 10_000);

        var (wrong, injected, refused) = (new List<string>(), 0, 0);
        foreach (var fault in Enum.GetValues<Fault>())
        {
            foreach (var ordinal in Sweeps.Ordinals(plain.Files.Calls, (int)fault))
            {
                if (fault == Fault.Short && plain.Files.Calls[ordinal] is not ("write" or "read"))
                {
                    continue;
                }

                var run = Run(mode, policy, n => n == ordinal ? fault : null);
                injected += run.Files.Injected.Count;
                refused += run.Refused;
                var violations = run.Violations();
                violations.AddRange(run.Files.Injected.Count == 1 ? [] : [$"ordinal {ordinal} was never reached"]);
                violations.AddRange(fault is Fault.Interrupted or Fault.Short && run.Refused + run.Health.Lost > 0 ? ["refused or lost, though nothing failed"] : []);
                violations.AddRange(run.Refused > 1 ? [$"{run.Refused} calls are refused for one failure"] : []);
                wrong.AddRange(violations.Select(v => $"{(run.Files.Injected is [var first, ..] ? first : "")}: {v}"));
            }
        }

        Finish(wrong, injected, refused, $"{durability}, {policy}: {plain.Files.Calls.Count} calls");
    }

    [Theory]
    [InlineData(nameof(Durability.Queued))]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    public void Fails_from_then_on_and_nothing_runs_that_is_not_announced(string durability)
    {
        var mode = Enum.Parse<Durability>(durability);
        var plain = Run(mode, LogFailurePolicy.FailClosed, static _ => null);
        var (wrong, injected, refused) = (new List<string>(), 0, 0);
        foreach (var fault in new[] { Fault.NoSpace, Fault.ReadOnly })
        {
            for (var ordinal = 0; ordinal < plain.Files.Calls.Count; ordinal += 2)
            {
                var run = Run(mode, LogFailurePolicy.FailClosed, n => n >= ordinal ? fault : null);
                injected += Math.Min(1, run.Files.Injected.Count);
                refused += run.Refused;
                wrong.AddRange(run.Violations().Select(v => $"{(run.Files.Injected is [var first, ..] ? first : "")}: {v}"));
            }
        }

        Assert.InRange(injected, plain.Files.Calls.Count - 2, plain.Files.Calls.Count + 2);
        Finish(wrong, injected, refused, $"{durability}: {plain.Files.Calls.Count} calls");
    }

    private static FaultRun Run(Durability durability, LogFailurePolicy policy, Func<int, Fault?> plan) =>
        FaultRun.Of(durability, static script => script.Announced(), plan, policy: policy);

    private static void Finish(List<string> wrong, int injected, int refused, string what)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}, {injected} runs with faults, {refused} calls refused");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations:\n{string.Join("\n", wrong.Take(12).Select(static w => w.Length > 500 ? w[..500] : w))}");
        Assert.True(injected > 0 && refused > 0, $"{injected} faults, {refused} refusals");
    }
}
