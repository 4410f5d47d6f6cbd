using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>Compares two JSON Schemas by what they mean: the order of members and where references stand do not matter.</summary>
internal static class Schemas
{
    /// <summary>How deep references are followed: enough to tell recursive schemas apart.</summary>
    private const int Unrolled = 10;

    public static IEnumerable<(string At, string Theirs, string Ours)> Compare(string? theirs, string? ours)
    {
        var found = new List<(string At, string Theirs, string Ours)>();
        Compare("", Normal(theirs), Normal(ours), found);

        // In a type that holds itself, a difference stands at each depth: the outermost says it.
        return found.OrderBy(static f => f.At.Length).DistinctBy(static f => (Tail(f.At), f.Theirs, f.Ours));
    }

    private static JsonNode? Normal(string? schema) =>
        schema is null ? null : JsonNode.Parse(schema) is { } root ? Unroll(root, root, 0) : null;

    private static string Tail(string at) => string.Join('/', at.Split('/').TakeLast(3));

    private static void Compare(string at, JsonNode? theirs, JsonNode? ours, List<(string, string, string)> found)
    {
        if (theirs is JsonObject expected && ours is JsonObject actual)
        {
            foreach (var name in expected.Select(static p => p.Key).Union(actual.Select(static p => p.Key)).Order(StringComparer.Ordinal))
            {
                Compare($"{at}/{name}", expected[name], actual[name], found);
            }
        }
        else if (!JsonNode.DeepEquals(theirs, ours))
        {
            found.Add((at.Length == 0 ? "/" : at, Text(theirs), Text(ours)));
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(JsonTexts.Relaxed) ?? "(none)";

    // A reference stands for what it points to, wherever two writers choose to put one; what stands beside it is added.
    private static JsonNode? Unroll(JsonNode? node, JsonNode root, int depth)
    {
        switch (node)
        {
            case JsonObject when depth == Unrolled:
                return "…";
            case JsonArray array:
                return new JsonArray([.. array.Select(item => Unroll(item, root, depth))]);
            case JsonObject schema when schema["$ref"] is JsonValue reference:
                var target = Unroll(Find(root, reference.GetValue<string>()), root, depth);
                foreach (var (name, value) in target is JsonObject ? schema : [])
                {
                    // Theirs writes "items":{} beside some references: anything, on top of what the reference says.
                    if (name != "$ref" && Unroll(value, root, depth + 1) is var more && !IsAnything(more))
                    {
                        target![name] = more;
                    }
                }

                return target;
            case JsonObject schema:
                return schema.Count == 0
                    ? true
                    : new JsonObject(schema
                        .Where(static p => p.Key is not "$defs")
                        .Select(p => KeyValuePair.Create(p.Key, IsSet(p) ? Set((JsonArray)p.Value!) : Unroll(p.Value, root, depth + 1)))
                        .Where(static p => p.Key != "additionalProperties" || !IsAnything(p.Value)));
            default:
                return node?.DeepClone();
        }
    }

    // The order of names that are required, and of values that are allowed, says nothing.
    private static bool IsSet(KeyValuePair<string, JsonNode?> member) => member is { Key: "required" or "enum", Value: JsonArray };

    private static JsonArray Set(JsonArray values) =>
        new([.. values.Select(static v => v?.DeepClone()).OrderBy(static v => v?.ToJsonString() ?? "~", StringComparer.Ordinal)]);

    // What is said when nothing is said.
    private static bool IsAnything(JsonNode? schema) => schema is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private static JsonNode? Find(JsonNode root, string pointer) => pointer.Split('/').Skip(1).Aggregate(
        (JsonNode?)root, static (node, name) => node is JsonArray array
            ? array[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
            : node![name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]);
}
