namespace AgentStepLog.IntegrationTests.Guide;

public sealed class AlmanacTests
{
    [Fact]
    public async Task Every_call_is_recorded_in_the_method()
    {
        using var log = StepLog.InMemory();
        Func<string, Task<TimeOnly>> handedOver = new Almanac().SunsetAsync;

        Assert.Equal(new TimeOnly(19, 42), await handedOver("Essaouira"));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => handedOver("Atlantis"));

        Assert.Equal([StepRoute.Callee, StepRoute.Callee], log.Steps.OfType<ToolCallStep>().Select(s => s.Route));
    }
}
