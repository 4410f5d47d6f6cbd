namespace AgentStepLog.IntegrationTests.Tables;

/// <summary>Objects whose members a model may leave out, set whatever their setters are.</summary>
public sealed class MadeTests
{
    [Theory]
    [InlineData("Make", 1, """{"required":"r"}""", """{"inherited":1,"virtual":6,"init":3,"required":"r","class":4,"set":5,"private":[7]}""")]
    [InlineData(
        "Make", 1, """{"more":{"a":[null]},"inherited":11,"virtual":12,"init":13,"required":"r","class":14,"set":15,"private":[17],"none":null}""",
        """{"inherited":11,"virtual":12,"init":13,"required":"r","class":14,"set":15,"private":[17],"more":{"a":[null]},"none":null}""")]
    [InlineData("MakeStruct", 0, """{"first":1}""", """{"first":1,"init":2,"private":"p"}""")]
    [InlineData("MakeStruct", 0, """{"first":1,"private":null,"init":12}""", """{"first":1,"init":12,"private":null}""")]
    [InlineData("MakeOf", 2, "{}", """{"init":0,"set":5}""")]
    [InlineData("MakeOf", 2, """{"other":3,"set":1,"init":2}""", """{"init":2,"set":1,"other":3}""")]
    public async Task What_is_left_out_keeps_the_value_that_the_type_gives_it(string tool, int made, string given, string expected)
    {
        using var log = StepLog.InMemory();
        Made.Count = 0;

        var result = await MakerAgentTools.AgentTools().InvokeAsync(tool, $$"""{"made":{{given}}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Content);
        Assert.Equal(made, Made.Count);
        var step = log.Steps.OfType<ToolCallStep>().Single();
        Assert.Equal(($$"""{"made":{{expected}}}""", expected), (step.InputJson.ToString(), step.OutputJson.ToString()));
    }

    [Fact]
    public async Task What_does_not_fit_is_told_of_private_setters_too()
    {
        var result = await MakerAgentTools.AgentTools().InvokeAsync("Make", """{"made":{"inherited":"x","private":[true],"init":1.5}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            "Invalid arguments for Make:\n- made.required: expected a string, got nothing: it is required\n"
            + "- made.inherited: expected a whole number from -2147483648 to 2147483647, got the string \"x\"\n"
            + "- made.init: expected a whole number from -2147483648 to 2147483647, got the number 1.5\n"
            + "- made.private[0]: expected a whole number from -2147483648 to 2147483647, got the boolean true",
            result.Content);
    }
}
