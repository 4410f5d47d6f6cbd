using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>The schemas of values without parts. The patterns are those of System.Text.Json, so that they describe what readers accept.</summary>
internal static class ScalarSchema
{
    private const string TimeSpanPattern = """
        "^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?$"
        """;

    private const string VersionPattern = """
        "^\\d+(\\.\\d+){1,3}$"
        """;

    public static void Append(JsonMembers schema, ValueModel value, bool nullable)
    {
        switch (value.Kind)
        {
            case ValueKind.JsonNode when value.Type == "global::System.Text.Json.Nodes.JsonObject":
                schema.Add("type", JsonSchema.Type("object", nullable));
                return;
            case ValueKind.JsonNode when value.Type == "global::System.Text.Json.Nodes.JsonArray":
                schema.Add("type", JsonSchema.Type("array", nullable));
                return;
            case ValueKind.JsonNode or ValueKind.JsonElement or ValueKind.JsonText or ValueKind.JsonDocument or ValueKind.Any or ValueKind.Converted or ValueKind.Opaque:
                return;                                         // any JSON is allowed
            case ValueKind.TimeSpan:
                schema.Add("$comment", "\"Represents a System.TimeSpan value.\"");
                break;
            case ValueKind.Version:
                schema.Add("$comment", "\"Represents a version string.\"");
                break;
            default:
                break;
        }

        schema.Add("type", JsonSchema.Type(TypeOf(value.Kind), nullable));
        switch (value.Kind)
        {
            case ValueKind.Char:
                schema.Add("minLength", "1");
                schema.Add("maxLength", "1");
                break;
            case ValueKind.DateTime or ValueKind.DateTimeOffset:
                schema.Add("format", "\"date-time\"");
                break;
            case ValueKind.DateOnly:
                schema.Add("format", "\"date\"");
                break;
            case ValueKind.TimeOnly:
                schema.Add("format", "\"time\"");
                break;
            case ValueKind.Guid:
                schema.Add("format", "\"uuid\"");
                break;
            case ValueKind.Uri:
                schema.Add("format", "\"uri\"");
                break;
            case ValueKind.TimeSpan:
                schema.Add("pattern", TimeSpanPattern);
                break;
            case ValueKind.Version:
                schema.Add("pattern", VersionPattern);
                break;
            default:
                break;
        }
    }

    private static string TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => "boolean",
        (>= ValueKind.SByte and <= ValueKind.UInt128) or ValueKind.NativeInteger => "integer",
        >= ValueKind.Half and <= ValueKind.Decimal => "number",
        _ => "string",
    };
}
