using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;

namespace AgentStepLog.Capture;

/// <summary>
/// The JSON of one value of a library while it is made. Parts that the library does not declare itself (an <c>object</c>, JSON, a very long text) are held back, and a
/// placeholder stands for each. The capture that copies the JSON writes them in place of the placeholders, by the log's own rules.
/// </summary>
internal sealed class HeldValues : IBufferWriter<byte>
{
    private const int Kept = 64 * 1024;

    [ThreadStatic]
    private static HeldValues? t_current;

    private readonly List<(int Place, object Value)> _held = [];
    private byte[] _json = new byte[1024];
    private int _length;
    private int _limit;
    private Utf8JsonWriter? _writer;

    internal ReadOnlySpan<byte> Json => _json.AsSpan(0, _length);

    /// <summary>The names of the open objects.</summary>
    internal NameHashes Names { get; } = new();

    /// <summary>How many values are held back.</summary>
    internal int Count => _held.Count;

    /// <summary>Whether the JSON became larger than the limit.</summary>
    internal bool IsTooLarge { get; private set; }

    /// <summary>Whether the JSON became deeper than the library allows, as a cycle does.</summary>
    internal bool IsTooDeep { get; private set; }

    /// <summary>A held value, with the offset at or before its placeholder.</summary>
    internal (int Place, object Value) this[int index] => _held[index];

    /// <summary>The index of the next held value whose placeholder begins at or after an offset.</summary>
    internal int After(int index, int place)
    {
        while (index < _held.Count && _held[index].Place < place)
        {
            index++;
        }

        return index;
    }

    internal static void AddConverters(IList<JsonConverter> converters, JsonLibrary library)
    {
        converters.Insert(0, new Holding<object>(library));
        converters.Insert(1, new Holding<JsonElement>(library));
        converters.Insert(2, new Holding<JsonDocument>(library));
        converters.Insert(3, new HoldingNodes(library));
        converters.Insert(4, new HoldingLongTexts(library));
    }

    /// <summary>Writes a value by its contract.</summary>
    /// <param name="value">The value to write.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="limit">The most bytes that the value may take.</param>
    /// <returns>The exception that was thrown; null if the JSON is complete.</returns>
    internal Exception? Write(object value, JsonTypeInfo contract, int limit)
    {
        Clear();
        _limit = limit;
        _writer ??= new(this, LogJson.Compact);
        _writer.Reset();
        var outer = t_current;
        t_current = this;
        try
        {
            JsonSerializer.Serialize(_writer, value, contract);
            _writer.Flush();
            IsTooLarge = _length > limit;
            return _length == 0 || IsTooLarge ? new JsonException($"{value.GetType().Name} was written as nothing, or as more than {limit} bytes.") : null;
        }
        catch (Exception e)
        {
            IsTooDeep = e is JsonException && _writer.CurrentDepth >= CaptureWriter.MaxDepth;
            return e;
        }
        finally
        {
            t_current = outer;
        }
    }

    internal void Clear()
    {
        _held.Clear();
        Names.Clear();
        (_length, IsTooLarge, IsTooDeep) = (0, false, false);
        if (_json.Length > Kept)
        {
            _json = new byte[1024];
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).Span;

    private Memory<byte> Room(int size)
    {
        size = Math.Max(size, 256);
        if (size > _json.Length - _length)
        {
            if (LimitedBytes.IsBeyond(_limit, _length, size))
            {
                IsTooLarge = true;
                throw new InvalidOperationException("The value is larger than a log takes.");
            }

            Array.Resize(ref _json, Math.Max(2 * _json.Length, _length + size));
        }

        return _json.AsMemory(_length);
    }

    // If a converter writes to a buffer of its own, such as the JSON of a part, the placeholder could not be replaced later.
    private static bool IsHeld(Utf8JsonWriter writer, object value)
    {
        if (t_current is not { } current || !ReferenceEquals(writer, current._writer))
        {
            return false;
        }

        current._held.Add(((int)(writer.BytesCommitted + writer.BytesPending), value));
        writer.WriteNumberValue(0);
        return true;
    }

    private static void WriteWhole(Utf8JsonWriter writer, object value, JsonSerializerOptions options, JsonLibrary library)
    {
        switch (value)
        {
            case JsonElement element: element.WriteTo(writer); break;
            case JsonDocument document: document.WriteTo(writer); break;
            case JsonNode node: node.WriteTo(writer, options); break;
            case var other when (library.Declares(other.GetType()) || library.MayWrite(other.GetType())) && library.Contract(other.GetType()) is { } contract:
                JsonSerializer.Serialize(writer, other, contract);
                break;
            default:
                var part = new CaptureWriter();
                part.Part(value, library);
                writer.WriteRawValue(part.Slice(0), skipInputValidation: true);
                break;
        }
    }

    private class Holding<T>(JsonLibrary library) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("These options write.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (!IsHeld(writer, value))
            {
                WriteWhole(writer, value, options, library);
            }
        }
    }

    private sealed class HoldingNodes(JsonLibrary library) : Holding<JsonNode>(library)
    {
        public override bool CanConvert(Type typeToConvert) => typeof(JsonNode).IsAssignableFrom(typeToConvert);
    }

    private sealed class HoldingLongTexts(JsonLibrary library) : Holding<string>(library)
    {
        private const int Long = 128 * 1024;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            if (value.Length < Long || !IsHeld(writer, value))
            {
                writer.WriteStringValue(value);
            }
        }

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }
}
