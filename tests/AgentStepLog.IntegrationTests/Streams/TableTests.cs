namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>A model that calls a tool which gives its results one by one reads them all, and the call is one step.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("Count", """{"count":3}""", "[0,1,2]")]
    [InlineData("Count", """{"count":0}""", "[]")]
    [InlineData("CountNow", """{"count":3}""", "[0,1,2]")]
    [InlineData("Untyped", """{"count":2}""", "[0,1]")]
    [InlineData("Later", """{"count":2,"fail":false}""", "[0,1]")]
    [InlineData("Soon", """{"count":2}""", "[0,1]")]
    [InlineData("Materialised", """{"names":["a"]}""", """["a"]""")]
    public async Task Model_reads_the_array_of_all_items(string tool, string arguments, string expected)
    {
        using var log = StepLog.InMemory();

        var result = await new Waves().AgentTools().InvokeAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);

        var step = log.Steps.OfType<ToolCallStep>().Single(s => s.Route == StepRoute.Table);
        Assert.Equal((expected, false), (result.Content, result.IsError));
        Assert.Equal((expected, tool), (step.OutputJson.ToString(), step.Tool));
    }

    [Fact]
    public async Task Exception_in_the_middle_is_an_error_for_the_model_and_a_failed_step()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        var result = await waves.AgentTools().InvokeAsync("Count", """{"count":5,"fail":2}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Same(waves.Thrown, result.Exception);
        var step = log.Steps.OfType<ToolCallStep>().Single(s => s.Route == StepRoute.Table);
        Assert.Equal(("Out of waves.", 2L, "[0,1]"), (step.Error, step.Items, step.OutputJson.ToString()));
    }

    [Fact]
    public async Task Token_of_the_call_reaches_the_stream()
    {
        using var log = StepLog.InMemory();
        using var source = new CancellationTokenSource();
        var waves = new Waves();

        await waves.AgentTools().InvokeAsync("Count", """{"count":1}""", cancellationToken: source.Token);

        Assert.Equal(source.Token, waves.Seen);
    }

    [Fact]
    public void Enumerations_under_way_stand_in_no_table()
        => Assert.DoesNotContain(new Waves().AgentTools(), f => f.Name.StartsWith("Enumerate", StringComparison.Ordinal));
}
