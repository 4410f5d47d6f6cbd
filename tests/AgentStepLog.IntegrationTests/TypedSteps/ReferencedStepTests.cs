using AgentStepLog.CompilerServices;

#pragma warning disable CA1859 // Called by its contract on purpose.
using AgentStepLog.IntegrationTests.Contracts;

namespace AgentStepLog.IntegrationTests.TypedSteps;

/// <summary>A log of what referenced assemblies declare.</summary>
[StepLog(typeof(SeaTools), typeof(IForecasts), typeof(TideTable))]
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

    [Fact]
    public void A_method_of_a_referenced_assembly_that_records_itself_has_typed_steps()
    {
        using var log = SeaLog.InMemory();
        Func<string, int> highest = new TideTable().Highest;

        highest("Nazaré");

        var step = Assert.Single(log.Steps.OfType<SeaLog.HighestStep>());
        Assert.Equal(("Nazaré", 6, StepRoute.Callee), (step.Place, step.Output, step.Route));
    }

    private sealed class Quiet : IForecasts
    {
        public Task<Forecast> GetAsync(string place, string key, CancellationToken token = default) => Task.FromResult(new Forecast(place, 1));
    }
}
