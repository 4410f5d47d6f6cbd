using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the writer for values that are JSON, or that a converter of the user's turns into JSON.</summary>
public sealed partial class CaptureWriter
{
    private static readonly JsonWriterOptions s_node = LogJson.Compact with { MaxDepth = LogJson.MaxTextDepth };

    /// <summary>Writes a JSON value unchanged. JSON that no line may contain (a key twice in one object) is written as a string of its text.</summary>
    /// <param name="value">The value; an undefined one writes null.</param>
    public void Value(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            Null();
        }
        else
        {
#if NET9_0_OR_GREATER
            Free(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
#else
            Free(Encoding.UTF8.GetBytes(value.GetRawText()));
#endif
        }
    }

    /// <inheritdoc cref="Value(JsonElement)"/>
    /// <param name="value">The value.</param>
    public void Value(JsonDocument? value)
    {
        if (value is null)
        {
            Null();
        }
        else
        {
            Value(value.RootElement);
        }
    }

    /// <inheritdoc cref="Value(JsonElement)"/>
    /// <param name="value">The value.</param>
    public void Value(JsonNode? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        if (value is System.Text.Json.Nodes.JsonValue single && single.TryGetValue(out JsonElement element))
        {
            Value(element);
            return;
        }

        if (value is System.Text.Json.Nodes.JsonValue some && some.TryGetValue(out string? text))
        {
            Value(text);
            return;
        }

        try
        {
            var json = Serialized(value, static (writer, node) => node.WriteTo(writer), s_node);
            LearnNames(json is null ? [] : json.Written.Span);
            Json(json);
        }
        catch (InvalidOperationException)
        {
            Mark(Depth); // the node is nested too deeply, and writing it recurses once per level
        }
    }

    /// <summary>Writes a JSON value. An absent one is written as null.</summary>
    /// <param name="value">The value.</param>
    public void Value(JsonText value)
    {
        if (value.IsAbsent)
        {
            Null();
        }
        else if (value.Utf8.Length <= Left && BlobReferences.AsInLine(value) is var line && line.Utf8.Length <= Left)
        {
            LearnNames(line.Utf8);
            Separate();
            _json.Raw(line.Utf8);
        }
        else
        {
            Mark(TooLarge.MarkOf(value.Utf8.Length));
        }
    }

    /// <summary>
    /// Writes a value with a converter of the user's. If the converter throws, a mark is written in place of the value, and the result that contains it counts as
    /// failed.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="context">The context that knows the type.</param>
    /// <param name="converter">The converter; null for that of the type.</param>
    public void Converted<T>(T value, JsonSerializerContext context, JsonConverter<T>? converter = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        LimitedBytes? json;
        try
        {
            json = Serialized((value, context, converter), static (writer, what) =>
            {
                if (what.value is null)
                {
                    writer.WriteNullValue();
                }
                else if (what.converter is null)
                {
                    JsonSerializer.Serialize(writer, what.value, typeof(T), what.context);
                }
                else
                {
                    what.converter.Write(writer, what.value, what.context.Options);
                }

                if (writer.CurrentDepth > 0 || writer.BytesCommitted + writer.BytesPending == 0)
                {
                    throw new JsonException($"What writes {typeof(T).Name} as JSON left it unfinished.");
                }
            }, LogJson.Compact);
        }
        catch (Exception e)
        {
            Fail(e);
            Mark(ErrorText.Unreadable(e));
            return;
        }

        Json(json);
    }

    // Returns null if the value takes more bytes than it may. A converter may wrap the exception that stops it, so the byte count decides.
    private LimitedBytes? Serialized<T>(T value, Action<Utf8JsonWriter, T> write, JsonWriterOptions options)
    {
        var text = new LimitedBytes(Left);
        try
        {
            using var writer = new Utf8JsonWriter(text, options);
            write(writer, value);
            writer.Flush();
            return text;
        }
        catch (Exception) when (text.IsExceeded)
        {
            return null;
        }
    }

    // Writes JSON whose names are not declared by a type.
    private void Free(ReadOnlySpan<byte> utf8)
    {
        LearnNames(utf8);
        Json(utf8);
    }

    private void Json(LimitedBytes? text)
    {
        if (text is null)
        {
            Mark(TooLarge.Mark);
        }
        else
        {
            Json(text.Written.Span);
        }
    }

    private void Json(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Left)
        {
            Mark(TooLarge.MarkOf(utf8.Length));
            return;
        }

        try
        {
            DuplicateKeys.Check(utf8, LogJson.MaxTextDepth);
        }
        catch (JsonException)
        {
            Value(Encoding.UTF8.GetString(utf8));
            return;
        }

        Separate();
        var start = _json.Length;
        if (!JsonCopy.TryCopy(utf8, _json, KeyMapping.DoubleDollar, Left))
        {
            _json.Cut(start);
            _json.Byte((byte)'"');
            TooLarge.Write(_json, utf8.Length);
            _json.Byte((byte)'"');
        }
    }
}
