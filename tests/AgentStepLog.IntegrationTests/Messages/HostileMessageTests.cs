#pragma warning disable xUnit1051 // the token is what is not recorded
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Messages;

/// <summary>No message breaks a log or the call that carries it: what cannot be written leaves the marks that all values leave.</summary>
public sealed class HostileMessageTests
{
    [Fact]
    public async Task Cycles_are_marked_where_they_close()
    {
        var message = new ChatMessage(ChatRole.User, "Tea?");
        message.AdditionalProperties = new() { ["self"] = message };
        var arguments = new Dictionary<string, object?>();
        arguments["again"] = arguments;

        var recorded = await Record(message, new(ChatRole.Assistant, [new FunctionCallContent("c", "n", arguments)]));

        Assert.Equal("[cycle]", recorded[0].GetProperty("additionalProperties").GetProperty("self").GetString());
        Assert.Equal("[cycle]", recorded[1].GetProperty("contents")[0].GetProperty("arguments").GetProperty("again").GetProperty("again").GetString());
    }

    [Fact]
    public async Task Contents_that_hold_themselves_and_values_that_are_too_deep_end_in_a_mark()
    {
        var result = new McpServerToolResultContent("c");
        result.Outputs = [result];
        object deep = "end";
        for (var i = 0; i < 200; i++)
        {
            deep = new object[] { deep };
        }

        var recorded = await Record(new(ChatRole.Tool, [result]), new(ChatRole.Tool, [new FunctionResultContent("c", deep)]), new(ChatRole.User, "Tea?"));

        Assert.Equal("[depth]", recorded[0].GetString());
        Assert.Contains("[\"[depth]\"]", recorded[1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal("user", recorded[2].GetProperty("role").GetString());
    }

    [Fact]
    public async Task What_throws_is_marked_alone()
    {
        var recorded = await Record(
            new(ChatRole.Tool, [new FunctionResultContent("c", new { Broken = new Throwing() }), new FunctionResultContent("d", "well")]),
            new(ChatRole.Tool, [new ThrowingContent()]),
            new(ChatRole.User, "Tea?"));

        var contents = recorded[0].GetProperty("contents");
        Assert.StartsWith("[unreadable:System.InvalidTimeZoneException", contents[0].GetProperty("result").GetString(), StringComparison.Ordinal);
        Assert.Equal("well", contents[1].GetProperty("result").GetString());
        Assert.Equal("user", recorded[2].GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_content_of_the_users_own_is_what_the_library_knows_of_it()
    {
        var recorded = await Record(new ChatMessage(ChatRole.User, [new OwnContent { Secret = "sk-1" }, new OwnData { Secret = "sk-1" }, new TextContent("Tea?")]));

        Assert.Equal(
            """[{"additionalProperties":{"a":1}},{"$type":"data","uri":"data:text/plain;base64,dGVh"},{"$type":"text","text":"Tea?"}]""",
            recorded[0].GetProperty("contents").GetRawText());
    }

    [Fact]
    public async Task Results_of_the_users_are_written_as_the_library_does_unless_they_hold_what_is_withheld()
    {
        object?[] free = [new { Total = 10, None = (string?)null, Day = DayOfWeek.Friday }, new List<Plain> { new("tea", null) }, new Dictionary<string, Plain> { ["$a"] = new("b", new("c", null)) }, 1.5f, DayOfWeek.Friday, TimeSpan.FromDays(2), Guid.Empty, new byte[] { 1, 2 }];
        var expected = new ChatMessage(ChatRole.Tool, [.. free.Select(static f => new FunctionResultContent("c", f))]);

        var recorded = await Record(expected);
        RoundTripTests.AreEqual(expected, recorded[0]);

        object[] withheld = [new Marked("sk-12345678"), new Around(new("sk-12345678")), new[] { new Marked("sk-12345678") }, new { In = new Inherited { Key = "sk-12345678" } }, new Turn(null, [], "sk-12345678")];
        var text = (await Record(new ChatMessage(ChatRole.Tool, [.. withheld.Select(static w => new FunctionResultContent("c", w))]))).GetRawText();
        Assert.DoesNotContain("sk-1", text, StringComparison.Ordinal);
        Assert.Contains("""{"message":null,"others":{},"key":"[redacted:api-key]"}""", text, StringComparison.Ordinal);
        Assert.Contains("[not recorded:AgentStepLog.IntegrationTests.Messages.HostileMessageTests\\u002BMarked]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_converter_writes_to_a_text_of_its_own_holds_nothing_that_is_withheld()
    {
        object[] values = [new Marked("sk-12345678"), new[] { new Marked("sk-12345678") }, new Dictionary<string, object> { ["a"] = new Marked("sk-12345678") }, new Turn(null, [], "sk-12345678")];

        var text = (await Record(new ChatMessage(ChatRole.Tool,
            [.. values.Select(static v => new FunctionResultContent("c", new Carrier(v))), new FunctionResultContent("d", new Carrier(new Plain("tea", null)))]))).GetRawText();

        Assert.DoesNotContain("sk-1", text, StringComparison.Ordinal);
        Assert.Contains("tea", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Halves_of_pairs_equal_keys_and_raw_json_make_a_line_that_verifies()
    {
        var recorded = await Record(
            new(ChatRole.User, "a\uD83D"),
            new(ChatRole.Assistant, [new FunctionCallContent("c", "\uDE00", new Dictionary<string, object?> { ["\uD83D"] = 1, ["\uDE00"] = 2, ["$\uD83D"] = 3 })]),
            new(ChatRole.Tool, [new FunctionResultContent("c", JsonDocument.Parse("""{"a":1,"a":2}""").RootElement), new FunctionResultContent("d", new Raw()), new FunctionResultContent("e", new Doubled { Name = "x", Rest = new() { ["name"] = "y" } })]));

        Assert.Equal("a\uFFFD", recorded[0].GetProperty("contents")[0].GetProperty("text").GetString());
        Assert.Equal("""{"\uFFFD":1,"\uFFFD#2":2,"$\uFFFD":3}""".Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal), recorded[1].GetProperty("contents")[0].GetProperty("arguments").GetRawText().Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal));
        var contents = recorded[2].GetProperty("contents");
        Assert.Equal("""{"a":1,"a":2}""", contents[0].GetProperty("result").GetString());
        Assert.Equal("a\u2028b", contents[1].GetProperty("result").GetProperty("raw")[0].GetString());
        Assert.Equal(("x", "y"), (contents[2].GetProperty("result").GetProperty("name").GetString(), contents[2].GetProperty("result").GetProperty("name#2").GetString()));
    }

    [Theory]
    [InlineData("[1,", false)]
    [InlineData("\"a\u00FF\"", false)]
    [InlineData("\"a\\ud83d\"", true)]
    [InlineData("{\"a\":1,\"a\":2}", true)]
    [InlineData("[1 ,2]", true)]
    public async Task Whatever_a_converter_writes_makes_a_line_that_verifies(string raw, bool isJson)
    {
        RawConverter.Json.Value = Encoding.Latin1.GetBytes(raw);

        var result = (await Record(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c", new Raw())])))[0].GetProperty("contents")[0].GetProperty("result");

        Assert.Equal(!isJson, result.ValueKind == JsonValueKind.String && result.GetString()!.StartsWith("[unreadable:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_data_is_not_recorded()
    {
        var recorded = await Record(new ChatMessage(ChatRole.Tool,
        [
            new FunctionResultContent("a", new MemoryStream()), new FunctionResultContent("b", new InvalidOperationException("x")), new FunctionResultContent("c", Task.FromResult(1)),
            new FunctionResultContent("d", new TextContent("text")), new FunctionResultContent("e", new AIContent[] { new TextContent("text") }),
        ]));

        var results = recorded[0].GetProperty("contents").EnumerateArray().Select(static c => c.GetProperty("result").GetRawText()).ToList();
        Assert.All(results[..3], static r => Assert.StartsWith("\"[not recorded:System.", r, StringComparison.Ordinal));
        Assert.Equal("""{"$type":"text","text":"text"}""", results[3]);
        Assert.Equal("""[{"$type":"text","text":"text"}]""", results[4]);
    }

    [Fact]
    public async Task A_message_of_hundreds_of_megabytes_leaves_a_mark()
    {
        var recorded = await Record(
            new(ChatRole.User, [.. Enumerable.Range(0, 700).Select(static _ => new TextContent(new string('x', 100_000)))]),
            new(ChatRole.User, "Tea?"));

        Assert.Equal("[too large]", recorded[0].GetString());
        Assert.Equal("user", recorded[1].GetProperty("role").GetString());
    }

    private static async Task<JsonElement> Record(params ChatMessage[] messages)
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        var response = await new Chat().AskAsync(messages);
        Assert.Equal(messages, response.Messages);
        var step = Assert.Single(log.Steps.OfType<LlmCallStep>());
        Assert.Null(step.Error);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
        return step.InputJson.ToElement().GetProperty("messages");
    }

    private sealed class Throwing
    {
        public string Text => throw new InvalidTimeZoneException("no");
    }

    private sealed class ThrowingContent : FunctionResultContent
    {
        public ThrowingContent()
            : base("c", new Throwing())
        {
        }
    }

    private sealed class OwnContent : AIContent
    {
        public OwnContent() => AdditionalProperties = new() { ["a"] = 1 };

        public string? Secret { get; init; }
    }

    private sealed class OwnData : DataContent
    {
        public OwnData()
            : base("data:text/plain;base64,dGVh")
        {
        }

        public string? Secret { get; init; }
    }

    private sealed record Plain(string Name, Plain? Inner);

    private sealed record Marked([Sensitive] string Key);

    private sealed record Around(Marked Inner);

    private interface IKeyed
    {
        [Sensitive]
        string? Key { get; }
    }

    private sealed class Inherited : IKeyed
    {
        public string? Key { get; init; }
    }

    [JsonConverter(typeof(CarrierConverter))]
    private sealed record Carrier(object Value);

    // Writes JSON within a string, as some wire formats have it.
    private sealed class CarrierConverter : JsonConverter<Carrier>
    {
        public override Carrier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Carrier value, JsonSerializerOptions options) => writer.WriteStringValue(JsonSerializer.Serialize(value.Value, options));
    }

    [JsonConverter(typeof(RawConverter))]
    private sealed class Raw;

    private sealed class RawConverter : JsonConverter<Raw>
    {
        public static readonly AsyncLocal<byte[]?> Json = new();

        public override Raw Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Raw value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Json.Value ?? Encoding.UTF8.GetBytes("{ \"raw\" : [ \"a\u2028b\", 1.50 ] }"), skipInputValidation: true);
    }

    private sealed class Doubled
    {
        public string? Name { get; init; }

        [JsonExtensionData]
        public Dictionary<string, object>? Rest { get; init; }
    }
}
