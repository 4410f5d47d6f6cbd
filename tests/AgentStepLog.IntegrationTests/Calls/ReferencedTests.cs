#pragma warning disable CA1859, CS0618, SEA001 // Calls are written as they are on purpose: by contract, of what is old, of what is new.
using AgentStepLog.IntegrationTests.Contracts;

namespace AgentStepLog.IntegrationTests.Calls;

/// <summary>Annotated in a referenced assembly, which was built with the package itself and shows its internals; called here.</summary>
public sealed class ReferencedTests
{
    [Fact]
    public void Call_is_recorded_once_with_this_file_as_its_caller()
    {
        using var log = StepLog.InMemory();

        Assert.Equal(4, new SeaTools().Count("ab"));

        var step = Only(log);
        Assert.Equal(("Count", "ReferencedTests.Call_is_recorded_once_with_this_file_as_its_caller"), (step.Tool, step.Caller!.Member));
        Assert.Equal("AgentStepLog.IntegrationTests.Contracts.SeaTools.Count", step.Method);
        Assert.EndsWith("ReferencedTests.cs", step.Caller.File, StringComparison.Ordinal);
        Assert.Equal("""{"text":"ab","times":2}""", step.InputJson.ToString());
        Assert.Equal("4", step.OutputJson.ToString());
    }

    [Fact]
    public void Every_kind_of_member_is_recorded()
    {
        using var log = StepLog.InMemory();
        var tools = new SeaTools();
        var meters = new Meter[1];

        _ = tools.Count(3) + new Marked().Old() + new Marked().New() + tools.Hidden("h") + "a".Shout("b") + Texts.Shout("c") + new Harbour().Use();
        meters[0].Next();
        meters[0].Next();

        Assert.Equal(2, meters[0].Read());
        Assert.Equal(
            ["CountNumber", "Old", "New", "Hidden", "Shout", "Shout", "Guarded", "Next", "Next", "Read"],
            log.Steps.OfType<ToolCallStep>().Select(s => s.Tool));
    }

    [Fact]
    public void Override_here_of_a_member_annotated_there_is_recorded_once()
    {
        using var log = StepLog.InMemory();
        SeaTools tools = new Harbour();

        Assert.Equal("harbour", tools.Describe("x"));
        Assert.Equal("harbour", new Harbour().Describe("x"));

        Assert.Equal(2, log.Steps.OfType<ToolCallStep>().Count(s => s.Tool == "Describe"));
        Assert.Equal(0, tools.Runs);
    }

    [Fact]
    public async Task Contract_implemented_here_is_recorded_and_keeps_its_secrets()
    {
        using var log = StepLog.InMemory();
        IForecasts forecasts = new Forecasts();

        var forecast = await forecasts.GetAsync("Nazaré", "secret-key", TestContext.Current.CancellationToken);

        var step = Only(log);
        Assert.Equal(forecast.Height, step.OutputJson.ToElement().GetProperty("height").GetInt32());
        Assert.DoesNotContain("secret", step.InputJson.ToString() + step.OutputJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_within_the_other_assembly_are_recorded_there()
    {
        using var log = StepLog.InMemory();

        new SeaTools().Nested("x");
        await ((IForecasts)new Forecasts()).HeightAsync("y");

        var agent = Assert.Single(log.Steps.OfType<AgentCallStep>());
        Assert.Equal(["Describe", "Deep", "Get"], log.Steps.OfType<ToolCallStep>().Select(s => s.Tool));
        Assert.Equal(2, log.Steps.OfType<ToolCallStep>().Count(s => s.ParentId == agent.SpanId));
    }

    [Fact]
    public async Task Tool_table_of_the_other_assembly_records_once()
    {
        using var log = StepLog.InMemory();
        var result = await new SeaTools().AgentTools().InvokeAsync("Describe", """{"text":"x"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("sea: x", result.Content);

        Assert.Equal("Describe", Only(log).Tool);
    }

    private static ToolCallStep Only(StepLog log) => Assert.Single(log.Steps.OfType<ToolCallStep>());

    internal sealed class Harbour : SeaTools
    {
        public override string Describe(string text) => "harbour";

        public string Use() => Guarded("g");
    }

    internal sealed class Forecasts : IForecasts
    {
        public Task<Forecast> GetAsync(string place, string key, CancellationToken token = default) => Task.FromResult(new Forecast(place, 30, "secret"));
    }
}
