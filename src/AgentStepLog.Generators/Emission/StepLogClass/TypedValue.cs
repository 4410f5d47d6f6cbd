using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>
/// The type by which a typed step shows a recorded value, and how it is read. Collections are read-only ones that compare by
/// value, bytes a list of them, and what may be any JSON is JsonText: two steps of equal content are equal.
/// </summary>
internal static class TypedValue
{
    private const string List = "global::System.Collections.Generic.IReadOnlyList";
    private const string Dictionary = "global::System.Collections.Generic.IReadOnlyDictionary";

    public static string Type(ValueModel value) => AllowsNull(value) ? NotNullType(value) + "?" : NotNullType(value);

    public static string Delegate(ValueModel value)
    {
        if (!AllowsNull(value))
        {
            return value.Kind is ValueKind.Object or ValueKind.Enum
                ? ReadExpressions.Delegate(value)
                : "static v => " + NotNull(value);
        }

        var nullable = value.Kind == ValueKind.Nullable || IsValueType(value) ? "Nullable" : "OrNull";
        var inner = value.Kind == ValueKind.Nullable ? value.Element! : value;
        return $"static v => v.{nullable}<{NotNullType(inner)}>(static v => {NotNull(inner)})";
    }

    private static string NotNullType(ValueModel value) => value.Kind switch
    {
        ValueKind.Nullable => NotNullType(value.Element!),
        ValueKind.Bytes or ValueKind.ByteMemory => List + "<byte>",
        ValueKind.Array or ValueKind.List => $"{List}<{Type(value.Element!)}>",
        ValueKind.Dictionary => $"{Dictionary}<string, {Type(value.Element!)}>",
        ValueKind.JsonElement or ValueKind.JsonNode or ValueKind.JsonDocument or ValueKind.Any => "global::AgentStepLog.JsonText",
        _ => value.Type,
    };

    private static string NotNull(ValueModel value) => value.Kind switch
    {
        ValueKind.Bytes or ValueKind.ByteMemory => "v.ReadOnlyBytes()",
        ValueKind.Array or ValueKind.List => $"v.ReadOnlyList<{Type(value.Element!)}>({Delegate(value.Element!)})",
        ValueKind.Dictionary => $"v.ReadOnlyDictionary<{Type(value.Element!)}>({Delegate(value.Element!)})",
        ValueKind.JsonElement or ValueKind.JsonNode or ValueKind.JsonDocument or ValueKind.Any => "v.Json()",
        ValueKind.Object or ValueKind.Enum => $"{ReadExpressions.Readers}.{ValueStatements.WriterName(value)}(v)",
        _ => $"v.{value.Kind}()",
    };

    // JSON null is a value of JsonText; nothing more is needed for those.
    private static bool AllowsNull(ValueModel value) => value.Kind switch
    {
        ValueKind.Nullable => AllowsNull(value.Element!) || !IsJson(value.Element!),
        _ => value is { AllowsNull: true, IsValueType: false } && !IsJson(value),
    };

    private static bool IsJson(ValueModel value) =>
        value.Kind is ValueKind.JsonElement or ValueKind.JsonNode or ValueKind.JsonDocument or ValueKind.Any;

    private static bool IsValueType(ValueModel value) => value.IsValueType && value.Kind != ValueKind.ByteMemory;
}
