using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>
/// The type of a typed step's property for a recorded value, and the code that reads it. Collections are read-only and compare by
/// value, bytes are such a list, and values that may be any JSON are JsonText: so two steps of equal content are equal.
/// </summary>
internal static class TypedValue
{
    private const string List = "global::System.Collections.Generic.IReadOnlyList";
    private const string Dictionary = "global::System.Collections.Generic.IReadOnlyDictionary";

    public static string Type(ValueModel value) => AllowsNull(value) ? NotNullType(value) + "?" : NotNullType(value);

    /// <summary>A delegate from <c>JsonInput</c> to <see cref="Type"/>.</summary>
    public static string Delegate(ValueModel value) =>
        !AllowsNull(value) && !value.IsMessages && value.Kind is ValueKind.Object or ValueKind.Enum ? ReadExpressions.Delegate(value) : Lambda(value);

    /// <summary>The same, where the delegate's result must be converted, such as to <c>T?</c>.</summary>
    public static string Lambda(ValueModel value)
    {
        if (!AllowsNull(value))
        {
            return "static v => " + NotNull(value.Kind == ValueKind.Nullable ? value.Element! : value);
        }

        var isNullable = value.Kind == ValueKind.Nullable && !IsList(value.Element!);
        var inner = value.Kind == ValueKind.Nullable ? value.Element! : value;
        return $"static v => v.{(isNullable ? "Nullable" : "OrNull")}<{NotNullType(inner)}>(static v => {NotNull(inner)})";
    }

    private static string NotNullType(ValueModel value) => value.Kind switch
    {
        _ when value.IsMessages => "global::AgentStepLog.JsonText",
        ValueKind.Nullable => NotNullType(value.Element!),
        ValueKind.Bytes or ValueKind.ByteMemory => List + "<byte>",
        ValueKind.Array or ValueKind.List => $"{List}<{Type(value.Element!)}>",
        ValueKind.Dictionary => $"{Dictionary}<string, {Type(value.Element!)}>",
        ValueKind.JsonElement or ValueKind.JsonText or ValueKind.JsonNode or ValueKind.JsonDocument or ValueKind.Any or ValueKind.Converted => "global::AgentStepLog.JsonText",
        _ => value.Type,
    };

    private static string NotNull(ValueModel value) => value.Kind switch
    {
        _ when value.IsMessages => "v.Json()",
        ValueKind.Bytes or ValueKind.ByteMemory => "v.ReadOnlyBytes()",
        ValueKind.Array or ValueKind.List => $"v.ReadOnlyList<{Type(value.Element!)}>({Delegate(value.Element!)})",
        ValueKind.Dictionary => $"v.ReadOnlyDictionary<{Type(value.Element!)}>({Delegate(value.Element!)})",
        ValueKind.JsonElement or ValueKind.JsonText or ValueKind.JsonNode or ValueKind.JsonDocument or ValueKind.Any or ValueKind.Converted => "v.Json()",
        ValueKind.Object or ValueKind.Enum => $"{ReadExpressions.Readers}.{ValueStatements.WriterName(value)}(v)",
        _ => $"v.{value.Kind}()",
    };

    // JsonText has JSON null as a value, so those kinds need no nullable type.
    private static bool AllowsNull(ValueModel value) => value.Kind == ValueKind.Nullable
        ? !IsJson(value.Element!)
        : value is { AllowsNull: true, IsValueType: false } && !IsJson(value);

    private static bool IsJson(ValueModel value) => value.IsMessages
        || value.Kind is ValueKind.JsonElement or ValueKind.JsonText or ValueKind.JsonNode or ValueKind.JsonDocument or ValueKind.Any or ValueKind.Converted;

    // ReadOnlyMemory<byte> and ImmutableArray<T> are structs in the signature, and objects in a typed step.
    private static bool IsList(ValueModel value) => value.Kind is ValueKind.ByteMemory or ValueKind.List or ValueKind.Dictionary;
}
