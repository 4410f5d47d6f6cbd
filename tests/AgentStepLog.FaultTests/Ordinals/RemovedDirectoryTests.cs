using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Ordinals;

/// <summary>Somebody removes the directory of a log, before any call to the system that the run makes.</summary>
public sealed class RemovedDirectoryTests
{
    [Theory]
    [InlineData(nameof(Durability.Queued))]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    public void While_it_runs_loses_nothing_that_is_not_counted(string durability)
    {
        var mode = Enum.Parse<Durability>(durability);
        var plain = FaultRun.Of(mode, static script => script.Plain(), static _ => null).Files.Calls;
        var calls = plain.ToList().IndexOf("open") + 1; // where the log is looked at when it closes: later it is its owner's to keep
        Assert.InRange(calls, 20, 10_000);
        var (wrong, kept) = (new List<string>(), 0);
        for (var ordinal = 0; ordinal < calls; ordinal++)
        {
            var run = FaultRun.Removed(mode, static script => script.Plain(), ordinal);
            Assert.True(run.Files.Calls.Count > ordinal);
            kept += run.StartFailure is null && run.Left.HasEnd && run.Health.Lost == 0 ? 1 : 0;
            wrong.AddRange(run.Violations().Select(v => $"before call {ordinal}: {v}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{durability}: {calls} calls, {kept} logs whole in the end");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(12)));
        Assert.InRange(kept, calls / 2, calls);
    }
}
