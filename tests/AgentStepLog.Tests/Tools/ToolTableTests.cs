using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tests.Tools;

/// <summary>Tools as generated code makes them, called as a model calls them.</summary>
public sealed class ToolTableTests : IDisposable
{
    private static readonly RecordedMethod s_weather = RecordedMethod.Tool("Surf.Tools.GetWeatherAsync", "GetWeather");
    private readonly StepLog _log = StepLog.InMemory();
    private readonly ToolTable _tools = new(Weather(), Tool("Book", "Surf.Tools.Book"));

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_call_gives_content_and_notes_and_leaves_one_step()
    {
        var result = await _tools.InvokeAsync("GetWeather", "{\"location\":\"Taghazout\",\"days\":2}", new() { CallId = "call-1" }, TestContext.Current.CancellationToken);

        Assert.Equal(("sunny in Taghazout for 2 days", false), (result.Content, result.IsError));
        Assert.Equal(["from the cache"], result.Notes);
        Assert.Equal("sunny in Taghazout for 2 days\n\nNotes:\n- from the cache", result.ToString());
        var step = Step();
        Assert.Equal((StepRoute.Table, "call-1", "GetWeather", "Surf.Tools.GetWeatherAsync", true), (step.Route, step.CallId, step.Tool, step.Method, step.Succeeded));
        Assert.Equal(["from the cache"], step.Notes);
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_arguments_is_told_at_once()
    {
        const string Json = "{\"loc\":\"T\",\"days\":\"two\",\"at\":\"tomorrow\"}";

        var result = await _tools.InvokeAsync("GetWeather", Json, new() { CallId = "call-1" }, TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal("""
            Invalid arguments for GetWeather:
            - days: expected a whole number from -2147483648 to 2147483647, got the string "two"
            - at: expected an ISO 8601 date-time with offset such as 2026-11-21T09:00:00Z, got the string "tomorrow"
            - loc: no such parameter; did you mean "location"? That one is missing: expected a string
            """, result.Content, ignoreLineEndingDifferences: true);
        Assert.IsType<ToolArgumentException>(result.Exception);
        var step = Step();
        Assert.Equal((StepRoute.Table, "call-1", "GetWeather", result.Content), (step.Route, step.CallId, step.Tool, step.Error));
        Assert.Equal(Json, step.InputJson.ToString());
    }

    [Theory]
    [InlineData("{\"location\":", "not valid JSON")]
    [InlineData("not json", "not valid JSON")]
    [InlineData("{\"location\":\"a\",}", "not valid JSON: a comma stands before }; leave it out (line 1, column 17, after {\"location\":\"a\",)")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("[1]", "expected a JSON object with the parameters as its members, got an array")]
    [InlineData("\"Taghazout\"", "got a string")]
    [InlineData("null", "got null")]
    [InlineData("7", "got a number")]
    [InlineData("{\"location\":\"a\",\"location\":\"b\"}", "- location: given more than once; give it once")]
    public async Task A_text_that_is_no_object_is_told_and_recorded_as_it_came(string json, string says)
    {
        var result = await _tools.InvokeAsync("GetWeather", json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.StartsWith("Invalid arguments for GetWeather:\n- ", result.Content, StringComparison.Ordinal);
        Assert.Contains(says, result.Content, StringComparison.Ordinal);
        Assert.Equal(JsonText.Object(("arguments", JsonText.Of(json))), Step().InputJson);
    }

    [Fact]
    public async Task A_bomb_of_brackets_is_an_error_like_others()
    {
        var result = await _tools.InvokeAsync("GetWeather", "{\"location\":" + new string('[', 50_000), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal("Invalid arguments for GetWeather:\n- nested too deep: at most 64 levels of objects and arrays are taken", result.Content);
        Assert.False(Step().Succeeded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("{}")]
    public async Task A_tool_without_parameters_is_called_with_nothing(string json) =>
        Assert.Equal("booked", (await _tools.InvokeAsync("Book", json, cancellationToken: TestContext.Current.CancellationToken)).Content);

    [Fact]
    public async Task An_unknown_tool_is_an_error_that_names_the_known_ones()
    {
        var result = await _tools.InvokeAsync("get_wether", "{\"location\":\"T\"}", new() { CallId = "c" }, TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal("There is no tool \"get_wether\"; did you mean \"GetWeather\"? Known tools: GetWeather, Book.", result.Content);
        var step = Step();
        Assert.Equal(("get_wether", null, "c", StepRoute.Table, "{\"location\":\"T\"}"), (step.Tool, step.Method, step.CallId, step.Route, step.InputJson.ToString()));
        Assert.Equal(result.Content, step.Error);
    }

    [Fact]
    public async Task An_exception_of_the_tool_is_an_error_with_its_message_alone()
    {
        var result = await _tools.InvokeAsync("GetWeather", "{\"location\":\"nowhere\"}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("no such place", true), (result.Content, result.IsError));
        Assert.IsType<InvalidDataException>(result.Exception);
        Assert.Equal(("no such place", "System.IO.InvalidDataException"), (Step().Error, Step().ErrorType));
    }

    [Fact]
    public async Task An_exception_whose_message_throws_is_an_error_like_others()
    {
        var tools = new ToolTable(ToolFunctions.Create(s_weather, "", "{}", static (_, _, _) => throw new Surf.Nasty()));
        var result = await tools.InvokeAsync("GetWeather", "{}", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("[unreadable:System.IO.InvalidDataException]", true), (result.Content, result.IsError));
    }

    [Fact]
    public async Task Endless_names_of_a_model_do_not_fill_its_window()
    {
        var name = new string('x', 1_000_000);
        var unknown = await _tools.InvokeAsync(name, "{}", cancellationToken: TestContext.Current.CancellationToken);
        var misspelt = await _tools.InvokeAsync("GetWeather", $"{{\"location\":\"T\",\"{name}\":1}}", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal($"There is no tool \"{name[..80]}…\". Known tools: GetWeather, Book.", unknown.Content);
        Assert.InRange(misspelt.Content.Length, 80, 400);
    }

    [Fact]
    public void What_a_model_reads_is_escaped_no_more_than_json_must_be() =>
        Assert.Equal(
            """{"a":"<b> \"it's\" & +1 `x` Ü 波 🏄","$ref":"\\ \n"}""",
            ToolOutput.Json(0, static (w, _) =>
            {
                w.BeginObject();
                w.Property("a");
                w.Value("<b> \"it's\" & +1 `x` Ü 波 🏄");
                w.Property("$ref");
                w.Value("\\ \n");
                w.EndObject();
            }).Content);

    [Fact]
    public async Task Cancellation_by_the_caller_is_the_callers()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _tools.InvokeAsync("GetWeather", "{\"location\":\"slow\"}", cancellationToken: source.Token));

        Assert.True(Step().Canceled);
    }

    [Fact]
    public async Task A_timeout_within_the_tool_is_an_error_of_the_tool()
    {
        var result = await _tools.InvokeAsync("GetWeather", "{\"location\":\"timeout\"}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result is { IsError: true, Exception: TaskCanceledException });
    }

    [Fact]
    public void Two_tools_of_one_name_are_refused_with_both_members()
    {
        var refused = Assert.Throws<ArgumentException>(() => ToolTable.Combine(_tools, new ToolTable(Tool("Book", "Other.Tools.Reserve"))));

        Assert.Contains("\"Book\": Surf.Tools.Book and Other.Tools.Reserve", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_are_lists_with_names()
    {
        Assert.Equal(["GetWeather", "Book"], _tools.Select(t => t.Name));
        Assert.Same(_tools[1], _tools["Book"]);
        Assert.False(_tools.TryGet("book", out _));
        Assert.Contains("Known tools: GetWeather, Book.", Assert.Throws<KeyNotFoundException>(() => _tools["book"]).Message, StringComparison.Ordinal);
        Assert.Equal("object", _tools[0].SchemaElement.GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_is_sensitive_is_withheld_from_arguments_that_do_not_fit()
    {
        var table = new ToolTable(Tool("Pay", "Shop.Pay", a => { _ = a.Required("card", v => v.Int32()); _ = a.Required("to", v => v.Object().Required("pin", p => p.Int32())); }, [("card", "card"), ("pin", "pin")]));

        var result = await table.InvokeAsync("Pay", "{\"card\":\"4111\",\"crad\":\"4222\",\"to\":{\"pin\":\"9876\",\"name\":\"ann\"}}", cancellationToken: TestContext.Current.CancellationToken);

        var line = System.Text.Encoding.UTF8.GetString(_log.ToArray());
        Assert.All(["4111", "4222", "9876"], secret => Assert.DoesNotContain(secret, line + result.Content, StringComparison.Ordinal));
        Assert.Contains("- card: expected a whole number", result.Content, StringComparison.Ordinal);
        var step = Step();
        Assert.Equal("{\"card\":\"[redacted:card]\",\"crad\":\"[redacted:card]\",\"to\":{\"pin\":\"[redacted:pin]\",\"name\":\"ann\"}}", step.InputJson.ToString());
        Assert.Equal(["/input/card", "/input/crad", "/input/to/pin"], step.Withheld.Select(r => r.At));
    }

    [Fact]
    public async Task What_may_hide_a_secret_and_cannot_be_told_apart_is_withheld_whole()
    {
        var table = new ToolTable(Tool("Pay", "Shop.Pay", null, [("card", "card")]));

        await table.InvokeAsync("Pay", "{\"card\":4111", cancellationToken: TestContext.Current.CancellationToken);
        await table.InvokeAsync("Pya", "{\"card\":4111}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.DoesNotContain("4111", System.Text.Encoding.UTF8.GetString(_log.ToArray()), StringComparison.Ordinal);
        Assert.Equal("{\"arguments\":\"[redacted:card]\"}", _log.Steps.OfType<ToolCallStep>().First().InputJson.ToString());
    }

    [Fact]
    public async Task Without_a_log_calls_go_on_and_are_not_recorded()
    {
        _log.Complete();

        Assert.False((await _tools.InvokeAsync("GetWeather", "{\"location\":\"T\"}", cancellationToken: TestContext.Current.CancellationToken)).IsError);
        Assert.True((await _tools.InvokeAsync("GetWeather", "{}", cancellationToken: TestContext.Current.CancellationToken)).IsError);
        Assert.Empty(_log.Steps.OfType<ToolCallStep>());
    }

    [Fact]
    public async Task A_tool_that_demands_a_log_is_no_tool_error_without_one()
    {
        _log.Complete();
        var strict = RecordedMethod.Tool("Surf.Tools.Strict", "Strict", WhenNoLog.Throw);
        var table = new ToolTable(ToolFunctions.Create(strict, "d", "{}", (a, origin, _) =>
        {
            a.Check();
            StepScope.Begin(strict, origin);
            return new(ToolOutput.Void);
        }));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.InvokeAsync("Strict", "{}", cancellationToken: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.InvokeAsync("Strict", "[]", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Results_are_texts_for_a_model()
    {
        Assert.Equal("Done.", ToolOutput.Void.Content);
        Assert.Equal("null", ToolOutput.Text(null).Content);
        Assert.Equal("a \"b\"", ToolOutput.Text("a \"b\"").Content);
        Assert.Equal("{\"$key\":[1,2]}", ToolOutput.Json(new[] { 1, 2 }, static (w, v) =>
        {
            w.BeginObject();
            w.Property("$key");
            w.List(v, static (writer, item) => writer.Value(item));
            w.EndObject();
        }).Content);
    }

    private static ToolFunction Tool(string name, string member, Action<ToolArguments>? read = null, (string, string)[]? sensitive = null)
    {
        var method = RecordedMethod.Tool(member, name);
        return ToolFunctions.Create(method, "d", "{}", (a, origin, _) =>
        {
            read?.Invoke(a);
            a.Check();
            StepScope.Begin(method, origin)?.EndVoid();
            return new(ToolOutput.Text("booked"));
        }, sensitive: sensitive ?? []);
    }

    private static ToolFunction Weather() => ToolFunctions.Create(s_weather, "The weather.", "{\"type\":\"object\"}", async (a, origin, token) =>
    {
        var location = a.Required("location", static v => v.String());
        var days = a.Optional("days", 1, static v => v.Int32());
        _ = a.Optional("at", default, static v => v.DateTimeOffset());
        a.Check();
        return ToolOutput.Text(await Recorded(location, days, origin, token));
    });

    // The shape of a generated wrapper.
    private static Task<string> Recorded(string location, int days, CallOrigin origin, CancellationToken token)
    {
        var scope = StepScope.Begin(s_weather, origin);
        if (scope is null)
        {
            return GetWeatherAsync(location, days, token);
        }

        var outer = scope.Enter();
        var task = GetWeatherAsync(location, days, token);
        StepScope.Leave(outer);
        return scope.EndTask(task, null);
    }

    private static async Task<string> GetWeatherAsync(string location, int days, CancellationToken token)
    {
        await Task.Yield();
        token.ThrowIfCancellationRequested();
        StepLog.Note("from the cache");
        return location switch
        {
            "nowhere" => throw new InvalidDataException("no such place"),
            "timeout" => throw new TaskCanceledException("the service took too long"),
            _ => $"sunny in {location} for {days} days",
        };
    }

    private ToolCallStep Step() => Assert.Single(_log.Steps.OfType<ToolCallStep>());
}
