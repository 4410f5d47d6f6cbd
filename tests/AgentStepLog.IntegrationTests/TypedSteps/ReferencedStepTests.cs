#pragma warning disable CA1859 // Called by its contract on purpose.
using AgentStepLog.IntegrationTests.Contracts;

namespace AgentStepLog.IntegrationTests.TypedSteps;

/// <summary>A log of what referenced assemblies declare.</summary>
[StepLog(typeof(SeaTools), typeof(IForecasts))]
public sealed partial class SeaLog;

public sealed class ReferencedStepTests
{
    [Fact]
    public async Task Types_of_a_referenced_assembly_have_typed_steps()
    {
        using var log = SeaLog.InMemory();
        IForecasts forecasts = new Quiet();

        new SeaTools().Count("ab");
        await forecasts.GetAsync("Nazaré", "key", TestContext.Current.CancellationToken);

        var count = Assert.Single(log.Steps.OfType<SeaLog.CountStep2>());
        Assert.Equal(("ab", 2, 4), (count.Text, count.Times, count.Output));
        Assert.Equal("Nazaré", Assert.Single(log.Steps.OfType<SeaLog.GetStep>()).Place);
    }

    private sealed class Quiet : IForecasts
    {
        public Task<Forecast> GetAsync(string place, string key, CancellationToken token = default) => Task.FromResult(new Forecast(place, 1));
    }
}
