using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;

using Scalar = System.Text.Json.Nodes.JsonValue;

namespace AgentStepLog.Tools;

/// <summary>
/// Turns a tool's schema into one for the strict mode of OpenAI and compatible providers: https://platform.openai.com/docs/guides/structured-outputs.
/// </summary>
internal sealed class StrictSchema
{
    // The keywords that this mode supports. All others are moved to the description.
    private static readonly HashSet<string> s_known =
    [
        "type", "description", "enum", "const", "anyOf", "properties", "required", "additionalProperties", "items", "$ref",
        "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
    ];

    private static readonly HashSet<string> s_formats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];

    private static readonly JsonSerializerOptions s_text = new() { Encoder = LogJson.Relaxed.Encoder };

    // The name of each definition, by the place in the schema that references point to.
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly JsonObject _defined = [];

    /// <summary>The strict schema; null if the mode cannot express the schema.</summary>
    public static string? Of(string schema)
    {
        var root = (JsonObject)JsonNode.Parse(schema)!;
        var strict = new StrictSchema();
        strict.Collect(root);
        if (strict.Value(root, "#") is not { } result)
        {
            return null;
        }

        if (strict._defined.Count > 0)
        {
            result["$defs"] = strict._defined;
        }

        return Text(result);
    }

    // A model reads this text, sometimes as a part of a description, and does not decode escapes.
    private static string Text(JsonNode? value) => value is null ? "null" : JsonStrings.WithRawPairs(value.ToJsonString(s_text));

    private void Collect(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            if (schema["$ref"] is Scalar reference && reference.GetValueKind() == JsonValueKind.String && reference.GetValue<string>() is not "#" and var place)
            {
                _definitions.TryAdd(place, place[(place.LastIndexOf('/') + 1)..] + (_definitions.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            foreach (var (_, member) in schema)
            {
                Collect(member);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Collect(item);
            }
        }
    }

    // A place that references point to becomes a definition, and is itself replaced by a reference.
    private JsonObject? Value(JsonNode? node, string place)
    {
        if (node is not JsonObject schema || Plain(schema, place) is not { } result)
        {
            return null;
        }

        if (!_definitions.TryGetValue(place, out var name))
        {
            return result;
        }

        _defined[name] = result;
        return Reference(name);
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/$defs/" + name };

    private JsonObject? Plain(JsonObject schema, string place)
    {
        if (schema["$ref"] is { } reference)
        {
            return reference.GetValue<string>() is "#" and var root ? new() { ["$ref"] = root } : Reference(_definitions[reference.GetValue<string>()]);
        }

        var result = new JsonObject();
        var said = new StringBuilder();
        foreach (var (name, value) in schema)
        {
            if (s_known.Contains(name) || (name == "format" && s_formats.Contains(value!.GetValue<string>())))
            {
                result[name] = value?.DeepClone();
            }
            else if (name != "$comment")
            {
                said.Append(said.Length > 0 ? ", " : "").Append(name).Append(": ").Append(Text(value));
            }
        }

        if (said.Length > 0)
        {
            result["description"] = result["description"] is { } text ? $"{text.GetValue<string>()} ({said})" : said.ToString();
        }

        return Is(schema, "object") || schema.ContainsKey("anyOf") ? Composite(schema, result, place)
            : Is(schema, "array") ? Array(schema, result, place)
            : schema.ContainsKey("type") ? result
            : null;
    }

    private JsonObject? Array(JsonObject schema, JsonObject result, string place)
    {
        result["items"] = Value(schema["items"], place + "/items");
        return result["items"] is null ? null : result;
    }

    private JsonObject? Composite(JsonObject schema, JsonObject result, string place)
    {
        if (schema["anyOf"] is not JsonArray kinds)
        {
            return schema["properties"] is JsonObject && schema["additionalProperties"] is null or Scalar ? Object(schema, result, place) : null;
        }

        var strict = new JsonArray();
        foreach (var (kind, i) in kinds.Select(static (k, i) => ((JsonObject)k!, i)))
        {
            // The mode requires each variant to repeat what the schema says about all of them.
            var whole = (JsonObject)kind.DeepClone();
            if (Is(schema, "object"))
            {
                whole["type"] = "object";
                whole["required"] = new JsonArray([.. Names(schema).Concat(Names(kind)).Select(static n => (JsonNode?)n)]);
            }
            else if (!whole.ContainsKey("type"))
            {
                whole["type"] = "string";
            }

            if (Plain(whole, place + "/anyOf/" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)) is not { } made)
            {
                return null;
            }

            strict.Add((JsonNode)made);
        }

        result.Remove("type");
        result.Remove("required");
        result["anyOf"] = strict;
        return TakesNull(schema) ? Nullable(result) : result;
    }

    private JsonObject? Object(JsonObject schema, JsonObject result, string place)
    {
        var properties = new JsonObject();
        var required = Names(schema).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in (JsonObject)schema["properties"]!)
        {
            var member = value is JsonObject { Count: 1 } told && told.ContainsKey("const")
                ? new() { ["type"] = told["const"]!.GetValueKind() == JsonValueKind.String ? "string" : "integer", ["const"] = told["const"]!.DeepClone() }
                : Value(value, $"{place}/properties/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}");
            if (member is null)
            {
                return null;
            }

            properties[name] = required.Contains(name) ? member : Nullable(member);
        }

        result["properties"] = properties;
        result["required"] = new JsonArray([.. properties.Select(static p => (JsonNode?)p.Key)]);
        result["additionalProperties"] = false;
        return result;
    }

    private static JsonObject Nullable(JsonObject schema)
    {
        if (schema["anyOf"] is JsonArray kinds)
        {
            if (!kinds.Any(static k => k is JsonObject kind && Is(kind, "null")))
            {
                kinds.Add((JsonNode)new JsonObject { ["type"] = "null" });
            }

            return schema;
        }

        if (schema.ContainsKey("$ref"))
        {
            return new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }

        if (!TakesNull(schema))
        {
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        }

        if (schema["enum"] is JsonArray names && !names.Contains(null))
        {
            names.Add(null);
        }

        return schema;
    }

    private static IEnumerable<string> Names(JsonObject schema) =>
        schema["required"] is JsonArray names ? names.Select(static n => n!.GetValue<string>()) : [];

    private static bool TakesNull(JsonObject schema) => Is(schema, "null");

    private static bool Is(JsonObject schema, string type) => schema["type"] switch
    {
        Scalar one => one.GetValue<string>() == type,
        JsonArray several => several.Any(t => t!.GetValue<string>() == type),
        _ => false,
    };
}
