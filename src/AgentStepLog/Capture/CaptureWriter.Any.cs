using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

public sealed partial class CaptureWriter
{
    private static readonly JsonWriterOptions s_node = LogJson.Compact with { MaxDepth = LogJson.MaxTextDepth };

    private KnownWriters? _writers;
    private JsonLibrary? _library;

    /// <summary>Writes a JSON value as it is. One that no line can hold (a key twice in one object) is written as a string of its text.</summary>
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
            Mark(Depth); // a node that is nested deeper than its text may be: it calls itself for each level
        }
    }

    /// <summary>Writes a JSON value; an absent one as null.</summary>
    /// <param name="value">The value.</param>
    public void Value(JsonText value)
    {
        if (value.IsAbsent)
        {
            Null();
        }
        else if (value.Utf8.Length <= Left && PayloadResolver.AsInLine(value) is var line && line.Utf8.Length <= Left)
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

    /// <summary>Writes a value as a converter of the user's does; one that throws leaves its mark in place of the value, and the result that it stands in has failed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="context">The context that knows the type.</param>
    /// <param name="converter">The converter, where it is not that of the type.</param>
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

    /// <summary>Writes a value of declared type <see cref="object"/> if its own type is a known one, else <c>"[not recorded:Full.Type]"</c>.</summary>
    /// <param name="value">The value.</param>
    public void Any(object? value)
    {
        var type = value?.GetType();
        if (type is not null && _writers?.Find(type) is { } write && !IsFreeWithin(type))
        {
            write(this, value!);
        }
        else if (!Scalar(value) && !Structured(value!) && !OfLibrary(value!, type!))
        {
            Opaque(TypeWords.Of(type!));
        }
    }

    /// <summary>As <see cref="Any(object)"/>, where the calling project can write more types, wherever in the value they stand.</summary>
    /// <param name="value">The value.</param>
    /// <param name="writers">The types that it can write.</param>
    public void Any(object? value, KnownWriters writers)
    {
        var outer = _writers;
        _writers = writers;
        try
        {
            Any(value);
        }
        finally
        {
            _writers = outer;
        }
    }

    private bool Scalar(object? value)
    {
        switch (value)
        {
            case null: Null(); break;
            case string v: Value(v); break;
            case bool v: Value(v); break;
            case int v: Value(v); break;
            case long v: Value(v); break;
            case double v: Value(v); break;
            case decimal v: Value(v); break;
            case float v: Value(v); break;
            case byte v: Value(v); break;
            case sbyte v: Value(v); break;
            case short v: Value(v); break;
            case ushort v: Value(v); break;
            case uint v: Value(v); break;
            case ulong v: Value(v); break;
            case nint v: Value((long)v); break;
            case nuint v: Value((ulong)v); break;
            case Half v: Value(v); break;
            case Int128 v: Value(v); break;
            case UInt128 v: Value(v); break;
            case char v: Value(v); break;
            case DateTime v: Value(v); break;
            case DateTimeOffset v: Value(v); break;
            case DateOnly v: Value(v); break;
            case TimeOnly v: Value(v); break;
            case TimeSpan v: Value(v); break;
            case Guid v: Value(v); break;
            case Uri v: Value(v); break;
            case Version v: Value(v); break;
            case byte[] v: Value(v); break;
            case ReadOnlyMemory<byte> v: Value(v); break;
            case JsonElement v: Value(v); break;
            case JsonNode v: Value(v); break;
            case JsonDocument v: Value(v); break;
            case JsonText v: Value(v); break;
            case Enum v: UnknownEnum(v); break;
            default: return false;
        }

        return true;
    }

    private bool Structured(object value)
    {
        switch (value)
        {
            case IReadOnlyCollection<KeyValuePair<string, object?>> or ICollection<KeyValuePair<string, object?>>:
                Entries(value, (IEnumerable<KeyValuePair<string, object?>>)value, static key => key, static (w, item) => w.Any(item));
                return true;
            case IDictionary entries:
                Entries(value, Untyped(entries), KeyText, static (w, item) => w.Any(item));
                return true;
            case ICollection items:
                Items(value, items.Cast<object?>(), static (w, item) => w.Any(item));
                return true;
            case IReadOnlyCollection<object?> items:
                Items(value, items, static (w, item) => w.Any(item));
                return true;
            case ITuple tuple:
                Tuple(tuple);
                return true;
            case IEnumerable items when IsCollection(value.GetType()):
                Items(value, items.Cast<object?>(), static (w, item) => w.Any(item));
                return true;
            default:
                return false;
        }
    }

    // The names of its elements, if it had any, are known to the compiler only.
    private void Tuple(ITuple tuple)
    {
        if (!BeginObject(tuple))
        {
            return;
        }

        for (var i = 0; i < tuple.Length; i++)
        {
            Property("item" + (i + 1).ToString(CultureInfo.InvariantCulture));
            Any(tuple[i]);
        }

        EndObject();
    }

    // A set of numbers says what it is by generic interfaces alone. What the framework nests in a collection may take its items out.
    private static bool IsCollection(Type type) =>
        !type.IsNested && type.Namespace is { } space && (space + ".").StartsWith("System.Collections.", StringComparison.Ordinal);

    // As the writers of declared keys do it.
    private static string KeyText(object key) => key switch
    {
        bool v => v ? "true" : "false",
        DateTime v => v.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset v => v.ToString("O", CultureInfo.InvariantCulture),
        DateOnly v => v.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly v => v.ToString("O", CultureInfo.InvariantCulture),
        Uri v => v.OriginalString,
        Enum v => FlagNames.Of(v) ?? FlagNames.Number(v),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "",
    };

    private static IEnumerable<KeyValuePair<object, object?>> Untyped(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(entry.Key, entry.Value);
        }
    }

    private void UnknownEnum(Enum value)
    {
        if (FlagNames.Of(value) is { } name)
        {
            EnumName(name);
        }
        else
        {
            Separate();
            _json.Raw(Encoding.ASCII.GetBytes(FlagNames.Number(value)));
        }
    }

    // Null where it takes more bytes than the value may have. A converter of the user's may wrap what stops it, so that only the bytes know.
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

    // JSON whose names no type declares.
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
