using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>The field <c>error_causes</c>.</summary>
internal static class CauseFields
{
    private static ReadOnlySpan<byte> Name => "error_causes"u8;

    /// <summary>A list in a blob is read from there. If the blob is gone, the list has one cause that says so.</summary>
    /// <exception cref="FormatException">The field is no list of causes.</exception>
    public static EquatableList<ErrorCause> Read(LineFields fields)
    {
        if (fields.KindOf(Name) is JsonTokenType.None or JsonTokenType.Null)
        {
            return EquatableList<ErrorCause>.Empty;
        }

        if (!fields.Field(Name).TryGetValue(out var list))
        {
            return EquatableList<ErrorCause>.Of([new() { Depth = 1, Message = fields.Gone(Name) }]);
        }

        var causes = new List<ErrorCause>();
        var reader = new Utf8JsonReader(list.Utf8, LogJson.Line);
        reader.Read();
        Expect(reader.TokenType == JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader.TokenType == JsonTokenType.StartObject);
            causes.Add(Cause(ref reader));
        }

        return EquatableList<ErrorCause>.Of([.. causes]);
    }

    /// <summary>Checks the list in a line whose blobs are not read.</summary>
    /// <exception cref="FormatException">The field is no list of causes.</exception>
    public static void Check(LineFields fields)
    {
        if (fields.KindOf(Name) is not (JsonTokenType.None or JsonTokenType.StartObject))
        {
            Expect(fields.KindOf(Name) == JsonTokenType.StartArray);
            Read(fields);
        }
    }

    private static ErrorCause Cause(ref Utf8JsonReader reader)
    {
        int? depth = null;
        string? type = null;
        string? message = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonStrings.Decode(ref reader);
            reader.Read();
            switch (name)
            {
                case "depth":
                    Expect(reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number > 0);
                    depth = reader.GetInt32();
                    break;
                case "type":
                    type = Text(ref reader);
                    break;
                case "message":
                    message = Text(ref reader);
                    break;
                default:
                    reader.Skip(); // a field of a later version
                    break;
            }
        }

        Expect(depth is not null && type is not null && message is not null);
        return new() { Depth = depth!.Value, Type = type!, Message = message! };
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType == JsonTokenType.String);
        return JsonStrings.Decode(ref reader);
    }

    private static void Expect(bool holds)
    {
        if (!holds)
        {
            throw LineFields.Shape(Name);
        }
    }
}
