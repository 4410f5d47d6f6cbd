using System.Text.Json;
using System.Text.Json.Nodes;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>A model reads characters, and no escapes of them: in schemas, in descriptions that hold JSON, in results and in errors.</summary>
public sealed class PunctuationTests
{
    private static readonly string s_json = Quote(PunctuationTools.Text);

    private readonly ToolTable _tools = new PunctuationTools().AgentTools();

    public static TheoryData<string> Tools { get; } = [.. new PunctuationTools().AgentTools().Select(static t => t.Name)];

    [Theory]
    [MemberData(nameof(Tools))]
    public void No_schema_and_no_description_holds_an_escape_that_JSON_does_not_need(string tool)
    {
        var function = _tools[tool];
        string?[] texts = [function.Description, function.Schema, function.ResultSchema, function.StrictSchema];

        Assert.All(texts, static text => Assert.DoesNotContain("\\u", text ?? "", StringComparison.OrdinalIgnoreCase));
        Assert.All(texts.Skip(1).OfType<string>(), static text => Assert.All(Strings(JsonNode.Parse(text)), static s => Assert.DoesNotContain("\\u", s, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void What_the_strict_mode_has_no_words_for_stands_in_the_description_as_JSON()
    {
        var text = JsonNode.Parse(_tools["Default"].StrictSchema!)!["properties"]!["text"]!["description"]!.GetValue<string>();
        var denied = JsonNode.Parse(_tools["Choice"].StrictSchema!)!["properties"]!["denied"]!["description"]!.GetValue<string>();
        var kinds = JsonNode.Parse(_tools["Kind"].StrictSchema!)!["properties"]!["value"]!.ToJsonString();

        Assert.Equal($"{PunctuationTools.Text} (default: {s_json})", text);
        Assert.Equal($$"""not: {"enum":[{{s_json}}]}""", denied);
        Assert.Contains(JsonSerializer.Serialize($"default: {s_json}")[1..^1], kinds, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Default", "{}")]
    [InlineData("Default", """{"text":TEXT}""")]
    [InlineData("Name", """{"sign":TEXT}""")]
    [InlineData("Kind", """{"value":{"kind'<é>":TEXT,"a'<é>+😀":TEXT}}""")]
    [InlineData("Values", """{"value":{TEXT:[TEXT,{TEXT:1}]}}""")]
    [InlineData("Fails", """{"text":TEXT}""")]
    [InlineData("Choice", """{"allowed":"no","denied":TEXT}""")]
    [InlineData("Choice", """{TEXT:1}""")]
    [InlineData("Name", """{"sign":"no","one":"Plain"}""")]
    [InlineData("Kind", """{"value":{"kind'<é>":"no"}}""")]
    [InlineData("Kind", """{"value":{"kind'<é>":TEXT,"a'<é>+😀":1}}""")]
    [InlineData("Pattern", """{"text":TEXT}""")]
    [InlineData("Values", """{"value":TEXT}""")]
    [InlineData("TEXT", "{}")]
    public async Task No_result_and_no_error_holds_one(string tool, string arguments)
    {
        var result = await _tools.InvokeAsync(
            tool == "TEXT" ? PunctuationTools.Text : tool, arguments.Replace("TEXT", s_json, StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken);

        Assert.DoesNotContain("\\u", result.Content, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("é", result.Content, StringComparison.Ordinal);
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static m => Strings(m.Value).Prepend(m.Key)),
        JsonArray items => items.SelectMany(static i => Strings(i)),
        System.Text.Json.Nodes.JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
