using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>C# expressions that read a value of its declared type from a <c>JsonValue</c>.</summary>
internal static class ReadExpressions
{
    /// <summary>The class that holds the readers of objects and enums.</summary>
    public const string Readers = "global::AgentStepLog.Generated.JsonReaders";

    /// <summary>A delegate from <c>JsonValue</c> to <see cref="ValueModel.AnnotatedType"/>.</summary>
    public static string Delegate(ValueModel value) => Delegate(value, Constraints.None);

    /// <summary>The same, of a value of which more is demanded than its type.</summary>
    public static string Delegate(ValueModel value, Constraints constraints)
    {
        var read = ConstraintChecks.Of("v", constraints);
        return read == "v" && !AllowsNullReference(value) && value.Kind is ValueKind.Object or ValueKind.Enum
            ? Readers + "." + ValueStatements.WriterName(value)
            : "static v => " + Expression(value, read);
    }

    /// <summary>The members that nobody asked for, as a dictionary.</summary>
    public static string Rest(ValueModel value, string standIn) =>
        $"members.Rest<{value.Element!.AnnotatedType}>({Delegate(value.Element)}) is {{ }} rest ? {Construct(value, "rest")} : {standIn}";

    private static string Expression(ValueModel value, string v)
    {
        if (!AllowsNullReference(value))
        {
            return NotNull(value, v);
        }

        return value.Kind == ValueKind.String
            ? v + ".NullableString()"
            : $"{v}.OrNull<{value.Type}>(static v => {NotNull(value, "v")})";
    }

    private static string NotNull(ValueModel value, string v) => value.Kind switch
    {
        ValueKind.Bytes or ValueKind.ByteMemory => v + ".Bytes()",
        ValueKind.JsonElement => v + ".Element()",
        ValueKind.Any => $"(object){v}.Element()",
        ValueKind.JsonDocument => $"global::System.Text.Json.JsonDocument.Parse({v}.Element().GetRawText())",
        ValueKind.JsonNode => Node(value.Type, v),
        ValueKind.Object or ValueKind.Enum => $"{Readers}.{ValueStatements.WriterName(value)}({v})",
        ValueKind.Nullable => $"{v}.Nullable<{value.Element!.Type}>({Delegate(value.Element)})",
        ValueKind.Array => $"{v}.Array<{value.Element!.AnnotatedType}>({Delegate(value.Element)})",
        ValueKind.List => Construct(value, $"{v}.List<{value.Element!.AnnotatedType}>({Delegate(value.Element)})"),
        ValueKind.Dictionary => Construct(value, Dictionary(value, v)),
        _ => $"{v}.{value.Kind}()",
    };

    private static string Construct(ValueModel value, string items) => value.Construct!.Replace("{0}", items);

    private static string Dictionary(ValueModel value, string v)
    {
        var entries = $"{v}.Dictionary<{value.Element!.AnnotatedType}>({Delegate(value.Element)})";
        return value.DictionaryKey!.Kind == ValueKind.String
            ? entries
            : $"global::System.Linq.Enumerable.ToDictionary({entries}, static p => {Key(value.DictionaryKey)}, static p => p.Value)";
    }

    private static string Node(string type, string v)
    {
        var node = $"global::System.Text.Json.Nodes.JsonNode.Parse({v}.Element().GetRawText())!";
        return type switch
        {
            "global::System.Text.Json.Nodes.JsonObject" => node + ".AsObject()",
            "global::System.Text.Json.Nodes.JsonArray" => node + ".AsArray()",
            "global::System.Text.Json.Nodes.JsonValue" => node + ".AsValue()",
            _ => node,
        };
    }

    // What is no key of this type throws, and stands then as "not accepted" among the errors.
    private static string Key(ValueModel key) => key.Kind switch
    {
        ValueKind.Enum => $"{Readers}.{ValueStatements.WriterName(key)}_Key(p.Key)",
        ValueKind.Boolean or ValueKind.Char or ValueKind.Version => $"{key.Type}.Parse(p.Key)",
        ValueKind.Uri => "new global::System.Uri(p.Key, global::System.UriKind.RelativeOrAbsolute)",
        ValueKind.DateTime or ValueKind.DateTimeOffset =>
            $"{key.Type}.Parse(p.Key, global::System.Globalization.CultureInfo.InvariantCulture, global::System.Globalization.DateTimeStyles.RoundtripKind)",
        _ => $"{key.Type}.Parse(p.Key, global::System.Globalization.CultureInfo.InvariantCulture)",
    };

    private static bool AllowsNullReference(ValueModel value) => value is { AllowsNull: true, IsValueType: false };
}
