namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>What a converter of the user's reads and writes goes through it, where a JsonSerializerContext knows it.</summary>
public sealed class ConverterTests
{
    private static readonly ToolTable s_tools = ConverterToolsAgentTools.AgentTools();

    [Theory]
    [InlineData("Double", """{"a":"1.50€","more":["0.25€","1€"]}""", "\"4.25€\"")]
    [InlineData("Double", """{"a":"1.50€","more":[],"none":null}""", "\"3.00€\"")]
    [InlineData("Fill", """{"a":{"price":"2€","words":"a b"}}""", """{"price":"2.00€","words":"a b"}""")]
    public async Task Arguments_results_and_records_are_what_the_converter_makes(string tool, string json, string expected)
    {
        using var log = StepLog.InMemory();

        var result = await s_tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Content);
        Assert.Equal(expected, log.Steps.OfType<CallStep>().Single().OutputJson.ToString());
    }

    [Theory]
    [InlineData("Double", """{"a":7,"more":["x"]}""", "- a: expected a value that Money can be made from, got the number 7\n- more[0]: expected a value that Money can be made from, got the string \"x\"")]
    [InlineData("Double", """{"more":[]}""", "- a: expected a value, got nothing: it is required")]
    [InlineData("Double", """{"a":null,"more":[null]}""", "- a: expected a value other than null, got null\n- more[0]: expected a value other than null, got null")]
    [InlineData("Double", """{"a":"mistake","more":["key"]}""", "- a: not accepted: expected a value that Money can be made from\n- more[0]: not accepted: expected a value that Money can be made from")]
    [InlineData("Double", """{"a":"own","more":[]}""", "- a: not accepted: no such money")]
    [InlineData("Fill", """{"a":{"words":5}}""", "- a.words: expected a value that String[] can be made from, got the number 5")]
    public async Task What_it_refuses_is_told_with_its_place_and_without_its_words(string tool, string json, string problems)
    {
        var result = await s_tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal($"Invalid arguments for {tool}:\n{problems}", result.Content);
    }

    [Fact]
    public async Task One_that_throws_while_it_writes_leaves_its_mark_and_the_call_has_failed()
    {
        using var log = StepLog.InMemory();

        var result = await s_tools.InvokeAsync("Fill", """{"a":{"words":"fail"}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((true, "The result of Fill cannot be written as JSON: the words are lost"), (result.IsError, result.Content));
        var step = log.Steps.OfType<ToolCallStep>().Single();
        Assert.Equal((false, """{"price":"0.00€","words":"[unreadable:System.InvalidOperationException]"}"""), (step.Succeeded, step.OutputJson.ToString()));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("half")]
    public async Task One_that_leaves_its_value_unfinished_has_failed_too(string words)
    {
        var result = await s_tools.InvokeAsync("Fill", $$$"""{"a":{"words":"{{{words}}}"}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((true, "The result of Fill cannot be written as JSON: What writes String[] as JSON left it unfinished."), (result.IsError, result.Content));
    }

    [Fact]
    public void Nothing_is_known_of_it_before() => Assert.Equal(
        """{"type":"object","properties":{"a":{"type":"object","properties":{"price":true,"words":true}}},"required":["a"]}""", s_tools["Fill"].Schema);
}
