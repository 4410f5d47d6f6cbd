using System.Text.Json;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>What strict mode demands of every schema, held against those of all tools of these tests that have one.</summary>
public sealed class StrictSchemaTests
{
    private static readonly string[] s_words =
    [
        "type", "description", "enum", "const", "anyOf", "properties", "required", "additionalProperties", "items", "$ref", "$defs", "pattern", "format",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems",
    ];

    public static TheoryData<string> Tools { get; } =
        [.. KindToolsAgentTools.AgentTools().Concat(ConstraintToolsAgentTools.AgentTools()).Where(static t => t.StrictSchema is not null).Select(static t => t.Name)];

    [Fact]
    public void Most_tools_have_one() => Assert.InRange(Tools.Count, 10, 1_000);

    [Theory]
    [MemberData(nameof(Tools))]
    public void Objects_are_closed_and_whole_references_lead_somewhere_and_all_words_are_known(string tool)
    {
        var function = KindToolsAgentTools.AgentTools().Concat(ConstraintToolsAgentTools.AgentTools()).First(t => t.Name == tool);
        var root = JsonElement.Parse(function.StrictSchema!);

        Check(root, root);
        Assert.Equal(
            function.SchemaElement.GetProperty("properties").EnumerateObject().Select(static p => p.Name),
            root.GetProperty("properties").EnumerateObject().Select(static p => p.Name));
    }

    private static void Check(JsonElement schema, JsonElement root)
    {
        Assert.All(schema.EnumerateObject(), static word => Assert.Contains(word.Name, s_words));
        Assert.True(schema.TryGetProperty("type", out var type) || schema.TryGetProperty("anyOf", out _) || schema.TryGetProperty("$ref", out _), schema.GetRawText());
        if (type.ValueKind != JsonValueKind.Undefined && type.GetRawText().Contains("\"object\"", StringComparison.Ordinal))
        {
            var properties = schema.GetProperty("properties");
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal(properties.EnumerateObject().Select(static p => p.Name), schema.GetProperty("required").EnumerateArray().Select(static n => n.GetString()));
        }

        if (schema.TryGetProperty("$ref", out var reference) && reference.GetString() is not "#" and var place)
        {
            Assert.True(root.GetProperty("$defs").TryGetProperty(place!["#/$defs/".Length..], out _), place);
        }

        foreach (var word in schema.EnumerateObject())
        {
            var inner = word.Name switch
            {
                "properties" or "$defs" => word.Value.EnumerateObject().Select(static p => p.Value),
                "anyOf" => word.Value.EnumerateArray(),
                "items" => [word.Value],
                _ => [],
            };
            foreach (var one in inner)
            {
                Check(one, root);
            }
        }
    }
}
