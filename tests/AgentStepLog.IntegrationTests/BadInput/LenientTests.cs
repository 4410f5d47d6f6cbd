namespace AgentStepLog.IntegrationTests.BadInput;

/// <summary>Wrong JSON types that models often send: an error, and under the lenient option what was meant, with a word in the record.</summary>
public sealed class LenientTests : IDisposable
{
    private readonly StepLog _log = StepLog.InMemory();
    private readonly Desk _desk = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData("Ask", """{"text":"a","number":"5"}""", """{"text":"a","number":5}""", "/input/number")]
    [InlineData("Ask", """{"text":5}""", """{"text":"5"}""", "/input/text")]
    [InlineData("Ask", """{"text":1.50,"number":" -7 ","real":"1e3"}""", """{"text":"1.50","number":-7,"real":1000}""", "/input/text /input/number /input/real")]
    [InlineData("Ask", """{"text":true}""", """{"text":"true"}""", "/input/text")]
    [InlineData("Ask", "\"{\\\"text\\\":\\\"a\\\",\\\"number\\\":\\\"5\\\"}\"", """{"text":"a","number":5}""", "/input /input/number")]
    [InlineData("Order", """{"wish":"{\"article\":\"tea\",\"pieces\":\"2\"}"}""", """{"wish":{"article":"tea","pieces":2}}""", "/input/wish/pieces /input/wish")]
    [InlineData("Order", """{"wish":{"article":"tea","notes":"hot"},"ids":7,"now":"true"}""", """{"wish":{"article":"tea","notes":["hot"]},"ids":[7],"now":true}""", "/input/wish/notes /input/ids /input/now")]
    [InlineData("Order", """{"wish":{"article":"tea"},"ids":"[1,\"2\"]","now":"False"}""", """{"wish":{"article":"tea"},"ids":[1,2],"now":false}""", "/input/ids/1 /input/ids /input/now")]
    [InlineData("Order", """{"wish":{"article":"tea"},"ids":"7"}""", """{"wish":{"article":"tea"},"ids":[7]}""", "/input/ids/0 /input/ids")]
    [InlineData("Order", """{"wish":{"article":"tea"},"more":{"1":"{\"article\":\"milk\"}"}}""", """{"wish":{"article":"tea"},"more":{"1":{"article":"milk"}}}""", "/input/more/1")]
    [InlineData("Ask", """{"text":"a","number":""}""", """{"text":"a"}""", "/input/number")]
    [InlineData("Ask", """{"text":"","number":" None ","real":""}""", """{"text":"","real":null}""", "/input/number /input/real")]
    [InlineData("Ask", """{"text":"a","number":"null","real":"undefined"}""", """{"text":"a"}""", "/input/number /input/real")]
    [InlineData("Order", """{"wish":{"article":"tea"},"ids":"","now":"","more":"NULL"}""", """{"wish":{"article":"tea"}}""", "/input/ids /input/now /input/more")]
    [InlineData("Ask", "```json\n{\"text\":\"a\"}\n```", """{"text":"a"}""", "/input")]
    [InlineData("Ask", " \r\n```\r\n{\"text\":\"```\"}\r\n```\n\n", """{"text":"```"}""", "/input")]
    [InlineData("Ask", "`{\"text\":\"a\"}`", """{"text":"a"}""", "/input")]
    [InlineData("Ask", "````jsonc {\"text\":\"a\",\"number\":\"5\"} ````", """{"text":"a","number":5}""", "/input /input/number")]
    [InlineData("Ask", "```json{\"text\":\"a\"}```", """{"text":"a"}""", "/input")]
    [InlineData("Ask", "```json\n\"{\\\"text\\\":\\\"a\\\"}\"\n```", """{"text":"a"}""", "/input")]
    [InlineData("Ask", "\"```json\\n{\\\"text\\\":\\\"a\\\"}\\n```\"", """{"text":"a"}""", "/input")]
    [InlineData("Ask", "\uFEFF\u00A0{\"text\":\"a\"}\u2003", """{"text":"a"}""", "/input")]
    [InlineData("Order", """{"wish":"```json\n{\"article\":\"tea\"}\n```"}""", """{"wish":{"article":"tea"}}""", "/input/wish")]
    public async Task What_was_meant_is_taken_and_the_record_says_where(string tool, string json, string meant, string coerced)
    {
        var tools = _desk.AgentTools();
        var strict = await tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);
        var lenient = await tools.With(new() { Lenient = true }).InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);
        var expected = await tools.InvokeAsync(tool, meant, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(strict.IsError);
        Assert.False(expected.IsError, expected.Content);
        Assert.Equal((expected.Content, false), (lenient.Content, lenient.IsError));
        var steps = _log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(coerced.Split(' ').Order(), steps[1].Coerced.Order());
        Assert.Empty(steps[0].Coerced);
        Assert.Empty(steps[2].Coerced);
        Assert.Equal(steps[2].InputJson, steps[1].InputJson);
        _log.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(_log.ToArray())).Verdict);
    }

    [Theory]
    [InlineData("Ask", """{"text":"5","number":5}""")]
    [InlineData("Order", """{"wish":{"article":"7","notes":["[1]"]},"ids":[1,2.0]}""")]
    public async Task What_fits_is_never_touched(string tool, string json)
    {
        var result = await _desk.AgentTools().With(new() { Lenient = true }).InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.IsError, result.Content);
        Assert.Empty(Assert.Single(_log.Steps.OfType<ToolCallStep>()).Coerced);
    }

    [Theory]
    [InlineData("Ask", """{"text":{"a":1}}""")]
    [InlineData("Ask", """{"text":["a"]}""")]
    [InlineData("Ask", """{"text":"a","number":"5.5"}""")]
    [InlineData("Ask", """{"text":"a","number":"five"}""")]
    [InlineData("Ask", """{"text":"a","number":[5]}""")]
    [InlineData("Ask", """{"text":"a","number":"1e400"}""")]
    [InlineData("Ask", """{"text":"a","number":true}""")]
    [InlineData("Ask", """{"text":null}""")]
    [InlineData("Ask", """{"texts":"a"}""")]
    [InlineData("Ask", "\"[1]\"")]
    [InlineData("Ask", "\"\\\"{}\\\"\"")]
    [InlineData("Order", """{"wish":"tea"}""")]
    [InlineData("Order", """{"wish":"{\"article\":\"a\",\"article\":\"b\"}"}""")]
    [InlineData("Order", """{"wish":{"article":"a"},"ids":"1,2"}""")]
    [InlineData("Ask", """{"text":"a","number":"none"}""")]
    [InlineData("Order", """{"wish":""}""")]
    [InlineData("Order", """{"wish":"None"}""")]
    [InlineData("Ask", "Here you are: ```json\n{\"text\":\"a\"}\n```")]
    [InlineData("Ask", "```json\n{\"text\":\"a\"}\n``` and more")]
    [InlineData("Ask", "```json\n{\"text\":\"a\"}")]
    [InlineData("Ask", "```json\n{\"text\":\"a\"}\n`")]
    [InlineData("Ask", "``````")]
    [InlineData("Ask", "`")]
    [InlineData("Ask", "```json\n```json\n{\"text\":\"a\"}\n```\n```")]
    [InlineData("Ask", "```json\n[]\n```")]
    public async Task What_says_nothing_else_is_the_same_error_as_ever(string tool, string json)
    {
        var strict = await _desk.AgentTools().InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);
        var lenient = await _desk.AgentTools().With(new() { Lenient = true }).InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(strict.IsError && lenient.IsError);
        if (json[0] == '{')
        {
            Assert.Equal(strict.Content, lenient.Content);
        }
    }

    [Theory]
    [InlineData("Order", """{"wish":"{\"artikel\":\"a\"}"}""", "- wish.article: expected a string, got nothing: it is required")]
    [InlineData("Order", """{"wish":{"article":"a"},"ids":"[1,\"x\"]"}""", "- ids[1]: expected a whole number from -2147483648 to 2147483647, got the string \"x\"")]
    public async Task Of_what_was_meant_and_is_wrong_the_innermost_is_told(string tool, string json, string says)
    {
        var result = await _desk.AgentTools().With(new() { Lenient = true }).InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal($"Invalid arguments for {tool}:\n{says}", result.Content);
    }

    [Fact]
    public async Task Many_values_that_were_meant_otherwise_are_quick_and_the_record_names_the_first_hundred()
    {
        var json = $$"""{"wish":{"article":"a"},"ids":[{{string.Join(',', Enumerable.Repeat("\"1\"", 50_000))}}]}""";

        var result = await _desk.AgentTools().With(new() { Lenient = true }).InvokeAsync("Order", json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.IsError, result.Content);
        var step = Assert.Single(_log.Steps.OfType<ToolCallStep>());
        Assert.Equal((100, "/input/ids/99"), (step.Coerced.Count, step.Coerced[^1]));
    }
}
