using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Fuzz;

/// <summary>Makes values that a schema allows.</summary>
internal sealed class SchemaSample(Random random, JsonElement root)
{
    private const int MaxDepth = 6;

    private static readonly string[] s_texts = ["", "a", "tea", "5", "true", "null", "[1]", "é 😀", "line\nbreak", "\"quoted\" \\ \u202e", "{\"text\":\"x\"}", "a.b[0]", "$ref"];
    private static readonly string[] s_numbers = ["0", "-0", "1", "-1", "7", "127", "2.5", "1e2", "1E-3", "-12.75"];

    public JsonNode? Value() => Value(root, 0);

    private JsonNode? Value(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || Types(schema) is not { Count: > 0 } types)
        {
            return schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference) ? Value(Resolve(reference.GetString()!), depth)
                : schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("enum", out var only) ? Pick(only)
                : schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("anyOf", out var any) ? Value(any[random.Next(any.GetArrayLength())], depth)
                : Anything(depth);
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return Pick(values);
        }

        return (depth >= MaxDepth && types.Contains("null") ? "null" : types[random.Next(types.Count)]) switch
        {
            "string" => s_texts[random.Next(s_texts.Length)],
            "integer" => random.Next(0, 100),
            "number" => JsonNode.Parse(s_numbers[random.Next(s_numbers.Length)]),
            "boolean" => random.Next(2) == 0,
            "array" => Array(schema, depth),
            "object" => Object(schema, depth),
            _ => null,
        };
    }

    private JsonArray Array(JsonElement schema, int depth)
    {
        var array = new JsonArray();
        for (var i = depth >= MaxDepth ? 0 : random.Next(4); i > 0; i--)
        {
            array.Add(Value(schema.TryGetProperty("items", out var items) ? items : default, depth + 1));
        }

        return array;
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        var made = new JsonObject();
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject().Where(p => required.Contains(p.Name) || (depth < MaxDepth && random.Next(2) == 0)))
            {
                made[property.Name] = Value(property.Value, depth + 1);
            }
        }
        else if (depth < MaxDepth)
        {
            var of = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
            for (var i = random.Next(3); i > 0; i--)
            {
                made["k" + i] = Value(of, depth + 1);
            }
        }

        return made;
    }

    private JsonNode? Anything(int depth) => random.Next(depth >= MaxDepth ? 4 : 6) switch
    {
        0 => s_texts[random.Next(s_texts.Length)],
        1 => JsonNode.Parse(s_numbers[random.Next(s_numbers.Length)]),
        2 => random.Next(2) == 0,
        3 => null,
        4 => new JsonArray(Anything(depth + 1), Anything(depth + 1)),
        _ => new JsonObject { ["x"] = Anything(depth + 1) },
    };

    private JsonNode? Pick(JsonElement values) => JsonNode.Parse(values[random.Next(values.GetArrayLength())].GetRawText());

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, static (at, step) =>
            at.ValueKind == JsonValueKind.Array ? at[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)));

    private static List<string>? Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)]
        : [type.GetString()!];
}
