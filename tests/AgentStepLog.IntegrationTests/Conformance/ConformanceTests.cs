using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Conformance;

/// <summary>
/// What a model is told of a tool is what Microsoft.Extensions.AI would tell it: name, description, schema. Intended
/// differences are in docs/conformance.md, and have tests of their own below.
/// </summary>
public sealed class ConformanceTests
{
    // How deep references are followed: enough to tell two recursive schemas apart.
    private const int Unrolled = 22;

    private static readonly ToolTable s_table = ConformanceToolsAgentTools.AgentTools();

    public static TheoryData<string> Methods => new(typeof(ConformanceTools)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(static m => m.Name));

    [Fact]
    public void There_are_at_least_25_signatures_and_all_have_a_function() =>
        Assert.Equal(Methods.Count, s_table.Count(static _ => Methods.Count >= 25));

    [Theory, MemberData(nameof(Methods))]
    public void Name_description_and_schema_are_those_of_Microsoft_Extensions_AI(string method)
    {
        var named = typeof(ConformanceTools).GetMethod(method)!.GetCustomAttribute<AgentToolAttribute>()!.Name;
        var theirs = AIFunctionFactory.Create(typeof(ConformanceTools).GetMethod(method)!, (object?)null, named);
        var ours = s_table[theirs.Name];

        Assert.Equal(theirs.Name, ours.Name);
        Assert.Equal(theirs.Description, ours.Description);
        var expected = Normal(JsonNode.Parse(theirs.JsonSchema.GetRawText())!);
        var actual = Normal(JsonNode.Parse(ours.Schema)!);
        Assert.True(JsonNode.DeepEquals(expected, actual), $"theirs: {expected.ToJsonString()}\nours:   {actual.ToJsonString()}");
    }

    [Fact]
    public void A_wrong_schema_would_be_noticed()
    {
        var ours = Normal(JsonNode.Parse(s_table["Recursive"].Schema)!);
        var other = Normal(JsonNode.Parse(s_table["Recursive"].Schema.Replace("\"#/properties/a\"", "\"#/properties/a/properties/next\"", StringComparison.Ordinal))!);

        Assert.False(JsonNode.DeepEquals(ours, other));
    }

    private static JsonNode Normal(JsonNode schema) => Unroll(schema, schema, 0)!;

    // A reference stands for what it points to, wherever two writers of schemas choose to put one.
    private static JsonNode? Unroll(JsonNode? node, JsonNode root, int depth)
    {
        if (depth == Unrolled)
        {
            return "…";
        }

        return node switch
        {
            JsonArray array => new JsonArray([.. array.Select(item => Unroll(item, root, depth + 1))]),
            JsonObject schema when schema["$ref"] is JsonValue reference => Unroll(Find(root, reference.GetValue<string>()), root, depth),
            JsonObject schema => new JsonObject(schema.Select(p => KeyValuePair.Create(p.Key, Unroll(p.Value, root, depth + 1)))),
            _ => node?.DeepClone(),
        };
    }

    private static JsonNode? Find(JsonNode root, string pointer) => pointer.Split('/').Skip(1).Aggregate(
        (JsonNode?)root, static (node, name) => node![name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]);
}
