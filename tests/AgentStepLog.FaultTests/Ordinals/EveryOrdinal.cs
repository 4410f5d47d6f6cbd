using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Ordinals;

/// <summary>Each call to the system that a run takes fails once, in each way; then all from it on.</summary>
public abstract class EveryOrdinal(Durability durability)
{
    private const int MinCalls = 200;

    [Theory]
    [InlineData(nameof(Fault.NoSpace))]
    [InlineData(nameof(Fault.Io))]
    [InlineData(nameof(Fault.IoAfter))]
    [InlineData(nameof(Fault.ReadOnly))]
    [InlineData(nameof(Fault.Denied))]
    public void Fails_once_and_every_record_is_there_or_told(string name)
    {
        var fault = Enum.Parse<Fault>(name);
        Sweep(fault, ordinal => n => n == ordinal ? fault : null, run => run.Violations());
    }

    [Theory]
    [InlineData(nameof(Fault.Interrupted))]
    [InlineData(nameof(Fault.Short))]
    public void Is_interrupted_or_cut_short_and_nothing_is_lost(string name)
    {
        var fault = Enum.Parse<Fault>(name);
        Sweep(
            fault,
            ordinal => n => n == ordinal ? fault : null,
            run => [.. run.Violations(), .. Unharmed(run)],
            applies: call => fault != Fault.Short || call is "write" or "read");
    }

    [Theory]
    [InlineData(nameof(Fault.NoSpace))]
    [InlineData(nameof(Fault.Io))]
    public void Fails_from_then_on_for_ever_and_health_counts_what_the_log_cannot_tell(string name)
    {
        var fault = Enum.Parse<Fault>(name);
        Sweep(fault, ordinal => n => n >= ordinal ? fault : null, run => run.Violations(), step: 3);
    }

    [Theory]
    [InlineData(nameof(Fault.NoSpace))]
    [InlineData(nameof(Fault.ReadOnly))]
    public void Fails_for_seven_calls_and_every_record_is_there_or_told(string name)
    {
        var fault = Enum.Parse<Fault>(name);
        Sweep(fault, ordinal => n => n >= ordinal && n < ordinal + 7 ? fault : null, run => run.Violations(), step: 3);
    }

    private static IEnumerable<string> Unharmed(FaultRun run)
    {
        if (run.StartFailure is { } failure)
        {
            yield return "no log: " + failure.Message;
        }
        else if (run.Health.Lost > 0 || !run.Left.HasEnd)
        {
            yield return $"lost {run.Health.Lost}: {run.Health.LastFailure}";
        }
    }

    private void Sweep(Fault fault, Func<int, Func<int, Fault?>> plan, Func<FaultRun, List<string>> check, Func<string, bool>? applies = null, int step = 1)
    {
        var plain = FaultRun.Of(durability, static script => script.Everything(), static _ => null);
        Assert.Empty(plain.Violations());
        Assert.Equal((0, true), (plain.Health.Lost, plain.Left.HasEnd));
        Assert.InRange(plain.Files.Calls.Count, MinCalls, 100_000);

        var (wrong, injected, expected) = (new List<string>(), 0, 0);
        foreach (var ordinal in Sweeps.Ordinals(plain.Files.Calls, (int)fault, step))
        {
            if (applies?.Invoke(plain.Files.Calls[ordinal]) == false)
            {
                continue;
            }

            expected++;
            var run = FaultRun.Of(durability, static script => script.Everything(), plan(ordinal));
            if (run.Files.Injected.Count > 0)
            {
                injected++;
            }
            else
            {
                wrong.Add($"ordinal {ordinal} ({plain.Files.Calls[ordinal]}) was never reached");
            }

            wrong.AddRange(check(run).Select(v => $"{string.Join(", ", run.Files.Injected.Take(1))}: {v}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{durability}: {plain.Files.Calls.Count} calls, {injected} runs with faults");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations in {expected} runs:\n{string.Join("\n", wrong.Take(12).Select(static w => w.Length > 400 ? w[..400] : w))}");
        Assert.Equal(expected, injected);
        Assert.True(injected > 0);
    }
}
