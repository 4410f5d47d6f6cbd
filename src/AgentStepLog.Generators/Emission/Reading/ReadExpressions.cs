using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>C# expressions that read a value of its declared type from a <c>JsonInput</c>.</summary>
internal static class ReadExpressions
{
    /// <summary>The class that holds the readers of objects and enums.</summary>
    public const string Readers = "global::AgentStepLog.Generated.JsonReaders";

    private const string Node = "global::System.Text.Json.Nodes.JsonNode";

    /// <summary>A delegate from <c>JsonInput</c> to <see cref="ValueModel.AnnotatedType"/>.</summary>
    public static string Delegate(ValueModel value) => Delegate(value, Constraints.None);

    /// <summary>The same for a value with constraints beyond its type.</summary>
    public static string Delegate(ValueModel value, Constraints constraints)
    {
        var read = Expression(value, constraints, ConstraintChecks.Outer("v", value, constraints));
        return value.Kind is ValueKind.Object or ValueKind.Enum && read == NotNull(value, "v")
            ? Readers + "." + ValueStatements.WriterName(value)
            : "static v => " + read;
    }

    /// <summary>The members that were not read under a name, as a dictionary.</summary>
    public static string Rest(ValueModel value, string standIn) => value.Kind == ValueKind.JsonNode
        ? $"members.Rest<{Node}?>(static v => v.OrNull<{Node}>(static v => v.Node())) is {{ }} rest ? new {value.Type}(rest) : {standIn}"
        : $"members.Rest<{value.Element!.AnnotatedType}>({Delegate(value.Element)}) is {{ }} rest ? {Construct(value, "rest")} : {standIn}";

    private static string Expression(ValueModel value, Constraints constraints, string v)
    {
        var inner = ConstraintChecks.Inner("v", value, constraints);
        var demanded = constraints.RefusesNull ? ", demanded: true" : "";
        if (value.Kind == ValueKind.Nullable)
        {
            return inner == "v" && demanded.Length == 0 ? NotNull(value, v) : $"{v}.Nullable<{value.Element!.Type}>(static v => {NotNull(value.Element, inner)}{demanded})";
        }

        if (!AllowsNullReference(value))
        {
            return NotNull(value, v + inner.Substring(1));
        }

        return value.Kind == ValueKind.String && inner == "v" && demanded.Length == 0
            ? v + ".NullableString()"
            : $"{v}.OrNull<{value.Type}>(static v => {NotNull(value, inner)}{demanded})";
    }

    private static string NotNull(ValueModel value, string v) => value.Kind switch
    {
        ValueKind.Bytes or ValueKind.ByteMemory => v + ".Bytes()",
        ValueKind.JsonElement => v + ".Element()",
        ValueKind.JsonText => v + ".Json()",
        ValueKind.Converted => $"{v}.Converted<{value.Type}>({Conversion(value)})",
        ValueKind.Any => $"(object){v}.Element()",
        ValueKind.JsonDocument => v + ".Document()",
        ValueKind.JsonNode => $"{v}.{NodeReader(value.Type)}()",
        ValueKind.Object or ValueKind.Enum => $"{Readers}.{ValueStatements.WriterName(value)}({v})",
        ValueKind.Nullable => $"{v}.Nullable<{value.Element!.Type}>({Delegate(value.Element)})",
        ValueKind.Array => $"{v}.Array<{value.Element!.AnnotatedType}>({Delegate(value.Element)})",
        ValueKind.List => Construct(value, $"{v}.List<{value.Element!.AnnotatedType}>({Delegate(value.Element)})"),
        ValueKind.Dictionary => Construct(value, Dictionary(value, v)),
        _ => $"{v}.{value.Kind}()",
    };

    /// <summary>The arguments for the conversion of a value.</summary>
    public static string Conversion(ValueModel value) =>
        value.Converter is null ? value.Context + ".Default" : $"{value.Context}.Default, new {value.Converter}()";

    private static string Construct(ValueModel value, string items) => value.Construct!.Replace("{0}", items);

    private static string Dictionary(ValueModel value, string v) => value.DictionaryKey!.Kind == ValueKind.String
        ? $"{v}.Dictionary<{value.Element!.AnnotatedType}>({Delegate(value.Element)})"
        : $"{v}.Dictionary<{value.DictionaryKey.Type}, {value.Element!.AnnotatedType}>({Delegate(value.DictionaryKey)}, {Delegate(value.Element)})";

    private static string NodeReader(string type) => type switch
    {
        "global::System.Text.Json.Nodes.JsonObject" => "NodeObject",
        "global::System.Text.Json.Nodes.JsonArray" => "NodeArray",
        "global::System.Text.Json.Nodes.JsonValue" => "NodeValue",
        _ => "Node",
    };

    private static bool AllowsNullReference(ValueModel value) => value is { AllowsNull: true, IsValueType: false };
}
