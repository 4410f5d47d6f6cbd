using System.Buffers;
using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>How a copy changes the names of members.</summary>
internal enum KeyMapping
{
    /// <summary>Names stay as they are.</summary>
    Same,

    /// <summary>A leading <c>$</c> is doubled, as lines have users' keys.</summary>
    DoubleDollar,

    /// <summary>One of two leading <c>$</c> is removed, which gives the user's own key back.</summary>
    SingleDollar,
}

/// <summary>Copies a JSON text token by token. The copy is checked, compact, and escaped as the log escapes.</summary>
internal static class JsonCopy
{
    /// <exception cref="JsonException">The text is not one valid value, has a duplicate key, or is too deep.</exception>
    public static byte[] Normalize(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        DuplicateKeys.Check(utf8, maxDepth);
        return Copy(utf8, KeyMapping.Same, maxDepth, LogJson.Compact);
    }

    public static byte[] Copy(ReadOnlySpan<byte> utf8, KeyMapping keys, int maxDepth, JsonWriterOptions form)
    {
        var buffer = new ArrayBufferWriter<byte>(utf8.Length + 16);
        using var writer = new Utf8JsonWriter(buffer, form);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            Token(ref reader, writer, keys);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Copies a checked text, as <see cref="Copy"/> does, if the copy takes at most this many bytes.</summary>
    /// <returns>False where the copy takes more. The caller then removes the part that was written.</returns>
    public static bool TryCopy(ReadOnlySpan<byte> utf8, JsonBuffer to, KeyMapping keys, int limit)
    {
        var start = to.Length;
        var reader = new Utf8JsonReader(utf8, LogJson.Line);
        var isFirst = true; // whether the token begins its array or object, or follows the name of a member
        while (reader.Read())
        {
            if (!isFirst && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                to.Byte((byte)',');
            }

            isFirst = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName;
            var left = limit - (to.Length - start);
            if (left <= 0 || !TryToken(ref reader, to, keys, left))
            {
                return false;
            }
        }

        return to.Length - start <= limit;
    }

    /// <summary>Writes the reader's current token as <see cref="Token(ref Utf8JsonReader, Utf8JsonWriter, KeyMapping)"/> does, without a comma before it.</summary>
    public static void Token(ref Utf8JsonReader reader, JsonBuffer to, KeyMapping keys) => TryToken(ref reader, to, keys, int.MaxValue);

    private static bool TryToken(ref Utf8JsonReader reader, JsonBuffer to, KeyMapping keys, int left)
    {
        if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
        {
            to.Raw(reader.ValueSpan);
            return true;
        }

        var text = JsonStrings.Decode(ref reader);
        var isName = reader.TokenType == JsonTokenType.PropertyName;
        to.Byte((byte)'"');
        var fits = to.TryText(isName ? Map(text, keys) : text, left);
        to.Raw(isName ? "\":"u8 : "\""u8);
        return fits;
    }

    /// <summary>Writes the reader's current token. Strings are decoded first, so that all writers escape in the same way.</summary>
    public static void Token(ref Utf8JsonReader reader, Utf8JsonWriter writer, KeyMapping keys)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.True: writer.WriteBooleanValue(true); break;
            case JsonTokenType.False: writer.WriteBooleanValue(false); break;
            case JsonTokenType.Null: writer.WriteNullValue(); break;
            case JsonTokenType.Number: writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(Map(JsonStrings.Decode(ref reader), keys)); break;
            default: writer.WriteStringValue(JsonStrings.Decode(ref reader)); break;
        }
    }

    private static string Map(string key, KeyMapping mapping) => mapping switch
    {
        KeyMapping.DoubleDollar when key.StartsWith('$') => "$" + key,
        KeyMapping.SingleDollar when key.StartsWith("$$", StringComparison.Ordinal) => key[1..],
        _ => key,
    };
}
