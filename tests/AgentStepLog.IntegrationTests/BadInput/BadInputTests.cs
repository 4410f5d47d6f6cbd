using System.Text;

namespace AgentStepLog.IntegrationTests.BadInput;

/// <summary>Whatever a model sends: an error in words that it can act on, one failed step, and no exception.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly StepLog _log = StepLog.InMemory();
    private readonly Desk _desk = new();

    public static TheoryData<string, string> BadTexts() => new()
    {
        { "", "text: expected a string, got nothing: it is required" },
        { "{\"text\":\"a\"", "not valid JSON: it ends too soon: } is missing at its end (line 1, column 12, after {\"text\":\"a\"); send all of it again, and close what is open" },
        { "{\"text\":\"a", "not valid JSON: it ends too soon: \"} is missing at its end (line 1, column 11, " },
        { "{\"text\":[{\"a\":", "not valid JSON: it ends too soon: }]} is missing at its end (line 1, column 15, " },
        { "{\"text\":\"a\",}", "not valid JSON: a comma stands before }; leave it out (line 1, column 13, after {\"text\":\"a\",)" },
        { "{'text':'a'}", "not valid JSON: texts and names stand in \", not in ' (line 1, column 2, after {)" },
        { "{text:\"a\"}", "not valid JSON: text stands outside of a string; put it in \" (line 1, column 2, after {)" },
        { "{\"text\":True}", "not valid JSON: write true, not True (line 1, column 9, after {\"text\":)" },
        { "{\"text\":None}", "not valid JSON: write null for no value (line 1, column 9, after {\"text\":)" },
        { "\ufeff{\"text\":\"a\"}", "not valid JSON: a byte order mark (U+FEFF) stands before it (line 1, column 1); leave it out" },
        { "{\"real\":NaN}", "not valid JSON: NaN and Infinity are no JSON numbers; write them as strings (line 1, column 9, after {\"real\":)" },
        { "{\"text\":\"a\nb\"}", "not valid JSON: a line break stands raw in a string; write \\n (line 1, column 11, after {\"text\":\"a)" },
        { "{\"text\":\"C:\\dir\"}", "not valid JSON: a \\ in a string begins no escape; write \\\\ for the character itself (line 1, column 13, after {\"text\":\"C:\\)" },
        { "{\"text\":\"a\"} // done", "not valid JSON: more text follows the end of the value; give one object and nothing else (line 1, column 14, after {\"text\":\"a\"} )" },
        { "```json\n{\"text\":\"a\"}\n```", "not valid JSON: a ` stands outside of a string; give the JSON without any marks around it (line 1, column 1)" },
        { "{\"text\" \"a\"}", "not valid JSON: unexpected \" (line 1, column 9, after {\"text\" )" },
        { "{\"text\":\"a\" \"number\":1}", "not valid JSON: unexpected \" (line 1, column 13, after {\"text\":\"a\" )" },
        { "please", "not valid JSON: words stand before the value; give one JSON object and nothing else (line 1, column 1)" },
        { "Sure! {\"text\":\"a\"}", "not valid JSON: words stand before the value; give one JSON object and nothing else (line 1, column 1)" },
        { "{\"text\":\"a\",\"text\":\"b\",\"text\":\"c\"}", "text: given more than once; give it once" },
        { "\u00a0", "not valid JSON: unexpected \u00a0 (line 1, column 1)" },
        { "\v", "not valid JSON: unexpected \\u000b (line 1, column 1)" },
        { "{\"text\":\"a\",\"x\U000e0041y\":1}", "x\\udb40\\udc41y: no such parameter; there are \"text\", \"number\", \"real\"" },
        { "[1]", "expected a JSON object with the parameters as its members, got an array" },
        { "\"{}\"", "expected a JSON object with the parameters as its members, got a string" },
        { "null", "expected a JSON object with the parameters as its members, got null" },
        { "{\"text\":\"a\",\"text\":\"b\",\"number\":\"x\"}", "text: given more than once; give it once" },
        { "{\"text\":\"a\",\"n\\u0075mber\":1,\"number\":1}", "number: given more than once; give it once" },
        { "{\"text\":\"a\",\"number\":1e400}", "number: expected a whole number from -2147483648 to 2147483647, got the number 1e400" },
        { "{\"text\":\"a\",\"real\":1e400}", "real: expected a number that is not so large or null, got the number 1e400" },
        { "{\"text\":\"a\",\"number\":" + new string('9', 400) + "}", "number: expected a whole number from -2147483648 to 2147483647, got the number " + new string('9', 80) + "…" },
        { "{\"text\":\"\\ud83d\"}", "text: holds an escape of half a surrogate pair, such as \\ud83d alone, which is no character" },
        { "{\"text\":\"a\",\"a\\nb\":1}", "a\\nb: no such parameter; there are \"text\", \"number\", \"real\"" },
    };

    public void Dispose() => _log.Dispose();

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task A_text_that_is_wrong_is_an_error_that_says_how(string json, string says)
    {
        var result = await _desk.AgentTools().InvokeAsync("Ask", json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.StartsWith("Invalid arguments for Ask:\n- " + says, result.Content, StringComparison.Ordinal);
        Failed(result);
    }

    // Not among the texts above: a test runner that hands them on as XML or UTF-8 would mend it.
    [Fact]
    public Task Half_of_a_surrogate_pair_is_an_error_too() =>
        A_text_that_is_wrong_is_an_error_that_says_how("{\"text\":\"a\ud83d\"}", "no valid text: character 11 is half of a surrogate pair");

    [Fact]
    public async Task Duplicate_names_are_told_with_their_place_among_all_else_that_is_wrong()
    {
        const string Json = """{"wish":{"article":"a","notes":["x"],"pieces":1,"pieces":2},"more":{"1":{"article":"b","article":"c"}},"now":"perhaps"}""";

        var result = await _desk.AgentTools().InvokeAsync("Order", Json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("""
            Invalid arguments for Order:
            - wish.pieces: given more than once; give it once
            - more.1.article: given more than once; give it once
            - now: expected true or false, got the string "perhaps"
            """, result.Content, ignoreLineEndingDifferences: true);
        Failed(result);
        Assert.Equal(JsonText.Object(("arguments", JsonText.Of(Json))), Step().InputJson);
    }

    [Fact]
    public async Task A_name_of_an_object_that_is_no_key_is_told_as_a_name()
    {
        var result = await _desk.AgentTools().InvokeAsync("Order", """{"wish":{"article":"a"},"more":{"one":{"article":"b"},"2":{},"2.0":{"article":"c"}}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("""
            Invalid arguments for Order:
            - more.one: expected a name that is a whole number from -2147483648 to 2147483647, got the string "one"
            - more.2.article: expected a string, got nothing: it is required
            - more.2.0: the same name as another one, written in another way; give it once
            """, result.Content, ignoreLineEndingDifferences: true);
        Failed(result);
    }

    [Fact]
    public async Task Invalid_utf8_is_told_with_its_place()
    {
        byte[] utf8 = [.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        var result = await _desk.AgentTools().InvokeAsync("Ask", utf8, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("Invalid arguments for Ask:\n- not valid UTF-8 (byte 0xC3 at position 10)", result.Content);
        Failed(result);
        Assert.Equal("{\"arguments\":\"{\\u0022text\\u0022:\\u0022\uFFFD(\\u0022}\"}", Step().InputJson.ToString());
    }

    [Theory]
    [InlineData("{\"text\":\"é 😀\",\"number\":3}", "é 😀 3 ")]
    [InlineData("{\"text\":\"\\ud83d\\ude00\"}", "😀 1 ")]
    [InlineData(" \t\r\n{\"text\":\"\"} ", " 1 ")]
    public async Task Bytes_are_taken_as_text_is(string json, string expected)
    {
        var options = new ToolCallOptions { CallId = "b" };
        var tools = _desk.AgentTools();

        Assert.Equal(expected, (await tools.InvokeAsync("Ask", Encoding.UTF8.GetBytes(json), options, TestContext.Current.CancellationToken)).Content);
        Assert.Equal(expected, (await tools.InvokeAsync("Ask", json, options, TestContext.Current.CancellationToken)).Content);
        Assert.Equal(expected, (await tools["Ask"].InvokeAsync(Encoding.UTF8.GetBytes(json), options, TestContext.Current.CancellationToken)).Content);
        Assert.All(_log.Steps.OfType<ToolCallStep>(), step => Assert.Equal(("b", true), (step.CallId, step.Succeeded)));
    }

    [Fact]
    public async Task Members_that_are_spans_are_no_part_of_a_result() =>
        Assert.Equal("{\"name\":\"w\"}", (await _desk.AgentTools().InvokeAsync("Look", "{}", cancellationToken: TestContext.Current.CancellationToken)).Content);

    [Fact]
    public async Task Ten_thousand_unknown_names_are_a_short_error()
    {
        var json = "{\"text\":\"a\"," + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"extra{i}\":{i}")) + "}";

        var result = await _desk.AgentTools().InvokeAsync("Ask", json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.StartsWith("Invalid arguments for Ask:\n- extra0: no such parameter; there are \"text\", \"number\", \"real\"", result.Content, StringComparison.Ordinal);
        Assert.EndsWith("\n- and 9950 more", result.Content, StringComparison.Ordinal);
        Assert.InRange(result.Content.Length, 1_000, 6_000);
        Failed(result);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public async Task Nesting_of_ten_thousand_is_an_error(char open, char close)
    {
        var levels = open == '[' ? new string('[', 10_000) + new string(']', 10_000) : string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000);
        foreach (var json in new[] { $"{{\"value\":{levels}}}", levels, levels.TrimEnd(close) })
        {
            var result = await _desk.AgentTools().InvokeAsync("Any", json, cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal("Invalid arguments for Any:\n- nested too deep: at most 64 levels of objects and arrays are taken", result.Content);
            Assert.IsType<ToolArgumentException>(result.Exception);
        }

        Assert.Equal(3, _log.Steps.OfType<ToolCallStep>().Count(step => !step.Succeeded));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task The_depth_that_is_allowed_is_taken(int depth, bool isTaken)
    {
        var json = "{\"value\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";

        Assert.Equal(isTaken, !(await _desk.AgentTools().InvokeAsync("Any", json, cancellationToken: TestContext.Current.CancellationToken)).IsError);
    }

    [Fact]
    public async Task Limits_are_the_tables()
    {
        var tools = _desk.AgentTools().With(new() { MaxBytes = 40, MaxDepth = 2, MaxItems = 4 });

        Assert.Equal("[1,2,3]", (await tools.InvokeAsync("Any", """{"value":[1,2,3]}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
        await Refused("""{"value":[1,2,3,4]}""", "too many values: at most 4 are taken in all");
        await Refused("""{"value":[[1]]}""", "nested too deep: at most 2 levels of objects and arrays are taken");
        await Refused($$"""{"value":"{{new string('x', 30)}}"}""", "too large: 42 bytes of JSON, and at most 40 are taken");
        await Refused($$"""{"value":"{{new string('€', 10)}}"}""", "too large: 42 bytes of JSON, and at most 40 are taken");

        async Task Refused(string json, string says)
        {
            Assert.Equal($"Invalid arguments for Any:\n- {says}", (await tools.InvokeAsync("Any", json, cancellationToken: TestContext.Current.CancellationToken)).Content);
            Assert.Equal($"Invalid arguments for Any:\n- {says}", (await tools.InvokeAsync("Any", Encoding.UTF8.GetBytes(json), cancellationToken: TestContext.Current.CancellationToken)).Content);
        }
    }

    [Fact]
    public async Task Of_a_text_that_is_too_large_the_log_keeps_the_beginning()
    {
        var json = "{\"text\":\"" + new string('x', 2 * 1024 * 1024) + "\"}";

        var result = await _desk.AgentTools().InvokeAsync("Ask", json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("Invalid arguments for Ask:\n- too large: 2,097,163 bytes of JSON, and at most 1,048,576 are taken", result.Content);
        Failed(result);
        var input = Step().InputJson.ToElement();
        Assert.Equal((json[..1000] + "…", 2_097_163), (input.GetProperty("arguments").GetString(), input.GetProperty("bytes").GetInt32()));
    }

    [Theory]
    [InlineData("Aks", "There is no tool \"Aks\"; did you mean \"Ask\"? Known tools: ")]
    [InlineData("", "There is no tool \"\". Known tools: ")]
    [InlineData("a\nb\u202e", "There is no tool \"a\\nb\\u202e\". Known tools: ")]
    public async Task A_tool_that_is_not_in_the_table_is_an_error(string name, string says)
    {
        foreach (var json in new[] { "{}", "{", "\ud83d", new string('[', 10_000), new string('x', 2_000_000) })
        {
            var result = await _desk.AgentTools().InvokeAsync(name, json, cancellationToken: TestContext.Current.CancellationToken);

            Assert.StartsWith(says, result.Content, StringComparison.Ordinal);
            Assert.IsType<ToolArgumentException>(result.Exception);
        }

        Assert.Equal(5, _log.Steps.OfType<ToolCallStep>().Count(step => !step.Succeeded && step.Method is null));
    }

    [Theory]
    [InlineData("{\"card\":\"4111222233334444\",\"amount\":4111222233334444,}")]
    [InlineData("{\"card\":4111222233334444,\"amount\":\"\\ud83d\"}")]
    [InlineData("{\"card\":[4111222233334444],\"card\":4111222233334444}")]
    [InlineData("{card:4111222233334444}")]
    [InlineData("c4111222233334444")]
    public async Task What_must_not_be_recorded_is_not_in_the_errors_either(string json)
    {
        foreach (var tools in new[] { _desk.AgentTools(), _desk.AgentTools().With(new() { Lenient = true }) })
        {
            var result = await tools.InvokeAsync("Pay", json, cancellationToken: TestContext.Current.CancellationToken);

            Assert.True(result.IsError);
            Assert.DoesNotContain("4111222233334444", result.Content + Encoding.UTF8.GetString(_log.ToArray()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Null_stands_for_an_optional_argument_that_is_left_out()
    {
        Assert.Equal("a 1 ", (await _desk.AgentTools().InvokeAsync("Ask", """{"text":"a","number":null,"real":null}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
        Assert.True((await _desk.AgentTools().InvokeAsync("Ask", """{"text":null}""", cancellationToken: TestContext.Current.CancellationToken)).IsError);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Contains("ToolTableOptions.MaxBytes is ", Assert.Throws<ArgumentOutOfRangeException>(() => _desk.AgentTools().With(new() { MaxBytes = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("ToolTableOptions.MaxDepth is ", Assert.Throws<ArgumentOutOfRangeException>(() => _desk.AgentTools().With(new() { MaxDepth = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("ToolTableOptions.MaxDepth is ", Assert.Throws<ArgumentOutOfRangeException>(() => _desk.AgentTools().With(new() { MaxDepth = 513 })).Message, StringComparison.Ordinal);
        Assert.Contains("ToolTableOptions.MaxItems is ", Assert.Throws<ArgumentOutOfRangeException>(() => _desk.AgentTools().With(new() { MaxItems = 0 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_options_afterwards_changes_no_table()
    {
        var options = new ToolTableOptions { Lenient = true };
        var tools = _desk.AgentTools().With(options);
        options.Lenient = false;
        Assert.Equal("a 2 ", (await tools.InvokeAsync("Ask", """{"text":"a","number":"2"}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
    }

    private ToolCallStep Step() => Assert.Single(_log.Steps.OfType<ToolCallStep>());

    private void Failed(ToolResult result)
    {
        Assert.True(result.IsError);
        Assert.IsType<ToolArgumentException>(result.Exception);
        var step = Step();
        Assert.Equal((StepRoute.Table, result.Content, "AgentStepLog.ToolArgumentException"), (step.Route, step.Error, step.ErrorType));
        Assert.Empty(step.ErrorFrames);
        Assert.Empty(step.Coerced);
    }

    [Theory]
    [InlineData("{\"journey\":\"{\\\"guests\\\":[{\\\"name\\\":\\\"Ann\\\",\\\"passport\\\":\\\"SECRET1\\\"}]}\",\"nights\":\"x\"}")]
    [InlineData("{\"journey\":\"SECRET1\",\"nights\":1}")]
    [InlineData("{\"journey\":{\"guests\":[\"SECRET1\"]},\"nights\":1}")]
    [InlineData("{\"journey\":{\"guests\":[[\"Ann\",\"SECRET1\"]]},\"nights\":1}")]
    [InlineData("{\"journey\":{\"guests\":[{\"name\":\"Ann\",\"passportNumber\":\"SECRET1\"}]},\"nights\":1}")]
    [InlineData("{\"journey\":{\"guests\":[{\"name\":\"Ann\",\"passport\":\"SECRET1\"}]},\"nights\":1}")]
    public async Task What_holds_a_secret_member_is_not_recorded_in_whatever_form_it_comes(string json)
    {
        foreach (var tools in new[] { _desk.AgentTools(), _desk.AgentTools().With(new() { Lenient = true }) })
        {
            var result = await tools.InvokeAsync("Book", json, cancellationToken: TestContext.Current.CancellationToken);

            Assert.True(result.IsError);
            Assert.DoesNotContain("SECRET1", result.Content + Encoding.UTF8.GetString(_log.ToArray()), StringComparison.Ordinal);
            Assert.Contains("\"journey\":\"[redacted:id]\"", Encoding.UTF8.GetString(_log.ToArray()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Name_of_no_tool_cannot_reach_a_terminal_through_the_summary()
    {
        await _desk.AgentTools().InvokeAsync("Bo\u001b[31m\nok" + new string('x', 900), "{}", cancellationToken: TestContext.Current.CancellationToken);

        var summary = _log.Summarize().ToString();
        Assert.Contains("Bo\\u001b[31m\\nok", summary, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', summary);
        Assert.All(summary.Split('\n'), static line => Assert.InRange(line.Length, 0, 200));
    }
}
