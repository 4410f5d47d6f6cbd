namespace AgentStepLog.IntegrationTests.BadInput;

/// <summary>What a model reads of a call: text, JSON, errors, notes; and a result that cannot be written.</summary>
public sealed class ResultTests : IDisposable
{
    private readonly StepLog _log = StepLog.InMemory(new() { ToolContent = CaptureMode.Full });
    private readonly ToolTable _tools = new Desk().AgentTools();

    public static TheoryData<string, CaptureMode> Unwritable() => new MatrixTheoryData<string, CaptureMode>(
        ["Breaks", "BreaksWithin"], [CaptureMode.Full, CaptureMode.Hash, CaptureMode.None]);

    public void Dispose() => _log.Dispose();

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task A_result_that_cannot_be_written_is_an_error_and_a_failed_step(string tool, CaptureMode mode)
    {
        using var log = StepLog.InMemory(new() { ToolContent = mode });

        var result = await _tools.InvokeAsync(tool, "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((true, $"The result of {tool} cannot be written as JSON: the disk is gone"), (result.IsError, result.Content));
        Assert.IsType<IOException>(result.Exception);
        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal((result.Content, "System.IO.IOException"), (step.Error, step.ErrorType));
        Assert.Contains(step.ErrorFrames, frame => frame.Contains("get_Level", StringComparison.Ordinal));
        Assert.Equal(mode == CaptureMode.None, step.OutputJson.IsAbsent);
    }

    [Theory]
    [InlineData("BreaksLater", "the disk is gone")]
    [InlineData("Formless", "System.Random has no JSON form.")]
    public async Task Items_and_types_without_json_form_are_told_alike(string tool, string why)
    {
        var result = await _tools.InvokeAsync(tool, "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((true, $"The result of {tool} cannot be written as JSON: {why}"), (result.IsError, result.Content));
        Assert.Equal(result.Content, Assert.Single(_log.Steps.OfType<ToolCallStep>()).Error);
    }

    [Fact]
    public async Task A_direct_call_of_the_same_method_has_not_failed()
    {
        _ = new Desk().Breaks();

        Assert.Null(Assert.Single(_log.Steps.OfType<ToolCallStep>()).Error);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData(CaptureMode.Full)]
    [InlineData(CaptureMode.None)]
    public async Task A_secret_result_that_cannot_be_written_is_a_failed_step_that_says_nothing_of_it(CaptureMode mode)
    {
        using var log = StepLog.InMemory(new() { ToolContent = mode });

        var result = await _tools.InvokeAsync("BreaksInSecret", "{}", cancellationToken: TestContext.Current.CancellationToken);
        await _tools.InvokeAsync("Secret", "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((true, "The result of BreaksInSecret cannot be written as JSON: the disk is gone"), (result.IsError, result.Content));
        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(("The result of BreaksInSecret cannot be written as JSON.", "System.IO.IOException"), (steps[0].Error, steps[0].ErrorType));
        Assert.Null(steps[1].Error);
        Assert.All(steps, step => Assert.Equal(mode == CaptureMode.None ? "" : "\"[redacted:level]\"", step.OutputJson.ToString()));
    }

    [Fact]
    public async Task Types_are_named_as_their_author_would_name_them()
    {
        var anonymous = await _tools.InvokeAsync("Anonymous", "{}", cancellationToken: TestContext.Current.CancellationToken);
        var listed = await _tools.InvokeAsync("Listed", "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("The result of Anonymous cannot be written as JSON: An anonymous type has no JSON form: return a record.", anonymous.Content);
        Assert.Equal("""["[not recorded:anonymous type]","[not recorded:System.Lazy<System.Int32[]>]"]""", listed.Content);
    }

#pragma warning disable xUnit1051 // the default is what is looked at
    [Fact]
    public async Task A_call_that_lacks_a_service_withholds_no_more_than_its_secrets()
    {
        var result = await _tools.InvokeAsync("Served", """{"card":"4242","amount":3}""", default);

        Assert.IsType<ToolServiceException>(result.Exception);
        Assert.Equal("""{"card":"[redacted:card]","amount":3}""", Assert.Single(_log.Steps.OfType<ToolCallStep>()).InputJson.ToString());
    }

    [Fact]
    public async Task A_default_in_place_of_the_token_is_a_token()
    {
        var one = await _tools["Secret"].InvokeAsync("{}", default);
        var other = await _tools.InvokeAsync("Secret", "{}", default, default);

        Assert.Equal(("""{"article":"tea","pieces":1,"notes":null}""", one.Content), (one.Content, other.Content));
    }
#pragma warning restore xUnit1051

    [Fact]
    public async Task What_has_a_form_is_given_beside_what_has_none()
    {
        var result = await _tools.InvokeAsync("PartlyFormless", "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((false, """{"a":"[not recorded:System.Random]","b":1}"""), (result.IsError, result.Content));
    }

    [Theory]
    [InlineData(false, "well\n\nNotes:\n- first\n- second")]
    [InlineData(true, "it went wrong\n\nNotes:\n- first\n- second")]
    public async Task Notes_stand_below_what_the_tool_gave(bool fails, string text)
    {
        var result = await _tools.InvokeAsync("Notes", $$"""{"fails":{{(fails ? "true" : "false")}}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((text, fails), (result.ToString(), result.IsError));
        Assert.DoesNotContain("InvalidOperation", result.ToString(), StringComparison.Ordinal);
        var step = Assert.Single(_log.Steps.OfType<ToolCallStep>());
        Assert.Equal(["first", "second"], step.Notes);
        Assert.Equal(fails ? "System.InvalidOperationException" : null, step.ErrorType);
        Assert.Equal(fails, step.ErrorFrames.Count > 0);
    }
}
