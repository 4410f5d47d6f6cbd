using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgentStepLog.Json;

namespace AgentStepLog;

/// <summary>
/// A JSON value as the log writes it: compact UTF-8, valid, immutable, compared by its bytes. <c>default</c> means
/// "absent", which differs from JSON <c>null</c>.
/// </summary>
public readonly struct JsonText : IEquatable<JsonText>
{
    private readonly ReadOnlyMemory<byte> _utf8;

    private JsonText(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    /// <summary>True for <c>default</c>: there is no value, not even null.</summary>
    public bool IsAbsent => _utf8.IsEmpty;

    /// <summary>The value's exact bytes; empty when absent.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    /// <summary>JSON <c>null</c>.</summary>
    public static JsonText Null { get; } = new("null"u8.ToArray());

    internal ReadOnlyMemory<byte> Memory => _utf8;

    /// <summary>A JSON string; null becomes JSON <c>null</c>. Lone surrogates become U+FFFD.</summary>
    public static JsonText Of(string? value) => value is null ? Null : Write(value, static (w, v) => w.WriteStringValue(v));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static JsonText Of(bool value) => new(value ? "true"u8.ToArray() : "false"u8.ToArray());

    /// <summary>A whole number.</summary>
    public static JsonText Of(long value) => Write(value, static (w, v) => w.WriteNumberValue(v));

    /// <summary>A number; NaN and the infinities become the strings <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public static JsonText Of(double value) => double.IsFinite(value)
        ? Write(value, static (w, v) => w.WriteNumberValue(v))
        : Of(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    /// <summary>A number with the digits of the value.</summary>
    public static JsonText Of(decimal value) => Write(value, static (w, v) => w.WriteNumberValue(v));

    /// <summary>An ISO 8601 string with offset.</summary>
    public static JsonText Of(DateTimeOffset value) => Write(value, static (w, v) => w.WriteStringValue(v));

    /// <summary>A string such as <c>"6f9619ff-8b86-d011-b42d-00c04fc964ff"</c>.</summary>
    public static JsonText Of(Guid value) => Write(value, static (w, v) => w.WriteStringValue(v));

    /// <summary>The JSON that the value's source-generated contract writes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">The contract, such as <c>MyContext.Default.Order</c>.</param>
    /// <exception cref="JsonException">The contract wrote JSON that a log cannot hold, such as an object with a duplicate key.</exception>
    public static JsonText Of<T>(T value, JsonTypeInfo<T> typeInfo) =>
        Normalize(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo), LogJson.MaxTextDepth);

    /// <summary>Checks a JSON text and makes it compact: strings are escaped as the log escapes them, and numbers keep their digits.</summary>
    /// <param name="json">One JSON value.</param>
    /// <exception cref="JsonException">The text is not valid JSON, has a duplicate key, or is nested deeper than 512 levels.</exception>
    public static JsonText Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Normalize(Encoding.UTF8.GetBytes(json), LogJson.MaxTextDepth);
    }

    // The parameters are arrays and not spans, since C# 12, the default of net8.0, has no params spans.
    /// <summary>A JSON object with these members, in this order. A member whose value is absent is left out.</summary>
    /// <exception cref="ArgumentException">Two members have one name.</exception>
    public static JsonText Object(params (string Name, JsonText Value)[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, LogJson.Compact);
        var names = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            ArgumentNullException.ThrowIfNull(name);
            if (!names.Add(JsonStrings.WellFormed(name)))
            {
                throw new ArgumentException($"Two members are called \"{name}\".", nameof(members));
            }

            if (!value.IsAbsent)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return new(buffer.WrittenMemory);
    }

    /// <summary>A JSON array with these items. An absent item becomes null, so that the others keep their places.</summary>
    public static JsonText Array(params JsonText[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, LogJson.Compact);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            (item.IsAbsent ? Null : item).WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.Flush();
        return new(buffer.WrittenMemory);
    }

    /// <summary>Whether the bytes are the same.</summary>
    public static bool operator ==(JsonText left, JsonText right) => left.Equals(right);

    /// <summary>Whether the bytes differ.</summary>
    public static bool operator !=(JsonText left, JsonText right) => !left.Equals(right);

    /// <summary>A <see cref="JsonElement"/> that does not depend on this value; of kind <see cref="JsonValueKind.Undefined"/> when absent.</summary>
    public JsonElement ToElement()
    {
        if (IsAbsent)
        {
            return default;
        }

        using var document = JsonDocument.Parse(_utf8, LogJson.Document);
        return document.RootElement.Clone();
    }

    /// <summary>Whether the bytes are the same.</summary>
    public bool Equals(JsonText other) => _utf8.Span.SequenceEqual(other._utf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_utf8.Span);
        return hash.ToHashCode();
    }

    /// <summary>The JSON text; empty when absent.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_utf8.Span);

    /// <summary>Wraps bytes that are known to be a valid compact value, such as a slice of a line. The caller must not change them.</summary>
    internal static JsonText Trusted(ReadOnlyMemory<byte> utf8) => new(utf8);

    /// <summary>Checks the bytes and writes them in the log's form.</summary>
    internal static JsonText Normalize(ReadOnlySpan<byte> utf8, int maxDepth) => new(JsonCopy.Normalize(utf8, maxDepth));

    internal void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(_utf8.Span, skipInputValidation: true);

    private static JsonText Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var writer = new Utf8JsonWriter(buffer, LogJson.Compact);
        write(writer, value);
        writer.Flush();
        return new(buffer.WrittenSpan.ToArray());
    }
}
