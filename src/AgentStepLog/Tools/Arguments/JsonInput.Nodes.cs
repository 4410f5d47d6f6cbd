using System.Text.Json;
using System.Text.Json.Nodes;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

public readonly partial struct JsonInput
{
    /// <summary>Reads any value except null, as a node.</summary>
    public JsonNode Node() => _element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(Raw().ToElement())!,
        JsonValueKind.Array => JsonArray.Create(Raw().ToElement())!,
        JsonValueKind.Undefined or JsonValueKind.Null => Unexpected<JsonNode>("a JSON value other than null", new JsonObject()),
        _ => System.Text.Json.Nodes.JsonValue.Create(Raw().ToElement())!,
    };

    /// <summary>Reads an object, as a node.</summary>
    public JsonObject NodeObject() => _element.ValueKind == JsonValueKind.Object ? JsonObject.Create(Raw().ToElement())! : Unexpected("an object", new JsonObject());

    /// <summary>Reads an array, as a node.</summary>
    public JsonArray NodeArray() => _element.ValueKind == JsonValueKind.Array ? JsonArray.Create(Raw().ToElement())! : Unexpected("an array", new JsonArray());

    /// <summary>Reads a string, a number or a boolean, as a node.</summary>
    public System.Text.Json.Nodes.JsonValue NodeValue() => _element.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        ? System.Text.Json.Nodes.JsonValue.Create(Raw().ToElement())!
        : Unexpected("a string, a number, true or false", System.Text.Json.Nodes.JsonValue.Create(0));

    /// <summary>Reads any value, as a document.</summary>
    public JsonDocument Document() => JsonDocument.Parse(
        _element.ValueKind == JsonValueKind.Undefined ? Unexpected("a JSON value", "null") : Raw().GetRawText(), LogJson.Document);
}
