namespace AgentStepLog.IntegrationTests.Tables;

public sealed class ToolTableTests
{
    [Fact]
    public async Task A_call_through_the_table_is_one_step_and_gives_text_as_it_is()
    {
        using var log = StepLog.InMemory();

        var result = await new Greeter().AgentTools().InvokeAsync("Greet", """{"who":"Ada"}""", new() { CallId = "call_1" }, TestContext.Current.CancellationToken);

        Assert.Equal(("Hello, Ada", false), (result.Content, result.IsError));
        Assert.Equal(["noted Ada"], result.Notes);
        var step = Assert.IsType<ToolCallStep>(log.Steps.OfType<CallStep>().Single());
        Assert.Equal((StepRoute.Table, "Greet", "call_1"), (step.Route, step.Tool, step.CallId));
        Assert.Equal("AgentStepLog.IntegrationTests.Tables.Greeter.GreetAsync", step.Method);
        Assert.Equal("""{"who":"Ada"}""", step.InputJson.ToString());
        Assert.Equal("\"Hello, Ada\"", step.OutputJson.ToString());
    }

    [Fact]
    public async Task Void_says_that_it_is_done_and_other_results_are_json()
    {
        var tools = new Greeter().AgentTools();

        Assert.Equal("Done.", (await tools.InvokeAsync("Forget", "{}", cancellationToken: TestContext.Current.CancellationToken)).Content);
        Assert.StartsWith("[{\"", (await tools.InvokeAsync("Spots", "", cancellationToken: TestContext.Current.CancellationToken)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_throws_is_an_error_for_the_model_and_a_failed_step()
    {
        using var log = StepLog.InMemory();

        var result = await new Greeter().AgentTools().InvokeAsync("Fails", """{"why":"no reason"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("no reason", true), (result.Content, result.IsError));
        Assert.IsType<InvalidOperationException>(result.Exception);
        Assert.Equal("no reason", log.Steps.OfType<CallStep>().Single().Error);
    }

    [Fact]
    public async Task The_token_is_handed_on()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new Greeter().AgentTools().InvokeAsync("Greet", """{"who":"Ada"}""", cancellationToken: canceled.Token));
    }

    [Fact]
    public async Task A_struct_counts_on_in_its_table()
    {
        var tools = default(Counter).AgentTools();

        Assert.Equal("1", (await tools.InvokeAsync("Next", "{}", cancellationToken: TestContext.Current.CancellationToken)).Content);
        Assert.Equal("3", (await tools.InvokeAsync("Next", """{"step":2}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
    }

    [Fact]
    public async Task A_static_class_has_a_table_without_an_object() =>
        Assert.Equal("HO", (await ShouterAgentTools.AgentTools().InvokeAsync("shout", """{"text":"ho"}""", cancellationToken: TestContext.Current.CancellationToken)).Content);

    [Fact]
    public async Task An_implementation_and_its_interface_member_are_one_tool_and_one_step()
    {
        using var log = StepLog.InMemory();
        var search = new Search();

        Assert.Equal(["Find", "Count"], search.AgentTools().Select(t => t.Name));
        Assert.Equal(["Count", "Find"], ((ISearch)search).AgentTools().Select(t => t.Name));
        Assert.Equal("found x", (await search.AgentTools().InvokeAsync("Find", """{"query":"x"}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
        Assert.Equal("1", (await search.AgentTools().InvokeAsync("Count", """{"query":"x"}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
        Assert.Equal(2, log.Steps.OfType<CallStep>().Count());
    }

    [Fact]
    public void Two_tools_of_one_name_name_both_members()
    {
        var error = Assert.Throws<ArgumentException>(() => new Twins().AgentTools());

        Assert.StartsWith(
            "Two tools are called \"Get\": AgentStepLog.IntegrationTests.Tables.Twins.Get and AgentStepLog.IntegrationTests.Tables.Twins.Get.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ToolTable.Combine(new Search().AgentTools(), new Search().AgentTools()));
    }

    [Fact]
    public async Task Wrong_arguments_are_recorded_in_the_log_that_the_type_holds()
    {
        using var own = StepLog.InMemory();
        using var other = StepLog.InMemory();
        var tools = new Owned(own).AgentTools();

        Assert.True((await tools.InvokeAsync("Twice", """{"n":"x"}""", cancellationToken: TestContext.Current.CancellationToken)).IsError);
        Assert.Equal("4", (await tools.InvokeAsync("Twice", """{"n":2}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
        Assert.Equal((2, 0), (own.Steps.OfType<CallStep>().Count(), other.Steps.OfType<CallStep>().Count()));
    }

    [Fact]
    public void The_schema_and_the_description_stand_in_the_function()
    {
        var greet = new Greeter().AgentTools()["Greet"];

        Assert.Equal("Greets.", greet.Description);
        Assert.Equal("""{"type":"object","properties":{"who":{"type":"string"}},"required":["who"]}""", greet.Schema);
        Assert.Equal("object", greet.SchemaElement.GetProperty("type").GetString());
    }
}
