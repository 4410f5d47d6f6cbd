using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>Expands a value: its blobs and chat histories are read in, and each doubled <c>$</c> of its keys becomes one.</summary>
internal sealed class ExpandedJson(BlobReader? blobs, int length)
{
    // A whole input may be stored as a blob after some of its members were. No deeper nesting occurs.
    private const int MaxNesting = 4;

    // The output is built in pieces: a buffer that doubles up to the limit would take three times the memory.
    private const int Piece = 1024 * 1024;

    private readonly JsonBuffer _json = new(length + 16, kept: 2 * Piece);
    private readonly List<byte[]> _before = [];
    private readonly ExpansionBudget _budget = new((blobs?.Limits ?? new()).ExpansionLimit);
    private bool _needsComma;
    private int _depth;

    /// <summary>False when a reference, a hash or a thread could not be replaced.</summary>
    internal bool IsWhole { get; private set; } = true;

    internal JsonText Json => _before.Count == 0 ? JsonText.Trusted(_json.WrittenMemory) : Joined();

    /// <exception cref="ExpansionException">The value expands to more bytes than the limit allows.</exception>
    internal void Add(ReadOnlySpan<byte> json, int nesting = 0)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        while (reader.Read())
        {
            if (_json.Length > Piece)
            {
                _before.Add(_json.Written.ToArray());
                _json.Reset();
            }

            if (_needsComma && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                _json.Byte((byte)',');
            }

            _needsComma = reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
            if (reader.TokenType != JsonTokenType.StartObject || !IsMarker(reader, out var blob, out var thread))
            {
                _depth += reader.TokenType switch
                {
                    JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                    JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                    _ => 0,
                };
                JsonCopy.Token(ref reader, _json, KeyMapping.SingleDollar);
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (nesting < MaxNesting && blob is not null && Content(blob) is { } content)
            {
                _needsComma = false;
                Add(content, nesting + 1);
            }
            else if (nesting < MaxNesting && thread is var (head, messages) && blobs?.ReadThread(head, messages, _budget) is { } history && Fits(history))
            {
                Add(history, nesting + 1);
            }
            else
            {
                IsWhole = false;
                _json.Raw(json[start..(int)reader.BytesConsumed]);
            }

            _needsComma = true;
        }
    }

    private JsonText Joined()
    {
        var json = new byte[_before.Sum(static piece => (long)piece.Length) + _json.Length];
        var at = 0;
        foreach (var piece in _before)
        {
            piece.CopyTo(json, at);
            at += piece.Length;
        }

        _json.Written.CopyTo(json.AsSpan(at));
        return JsonText.Trusted(json);
    }

    private void Add(List<ReadOnlyMemory<byte>> history, int nesting)
    {
        _json.Byte((byte)'[');
        _needsComma = false;
        _depth++;
        foreach (var message in history)
        {
            Add(message.Span, nesting);
        }

        _json.Byte((byte)']');
        _depth--;
    }

    // `reader` is a copy, so that looking ahead does not move the caller's reader.
    private static bool IsMarker(Utf8JsonReader reader, out string? blob, out (string Head, long Messages)? thread)
    {
        (blob, thread) = (null, null);
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        var key = JsonStrings.Decode(ref reader);
        if (!key.StartsWith('$') || key.StartsWith("$$", StringComparison.Ordinal))
        {
            return false;
        }

        if (key is "$blob" or "$thread" && reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var reference = JsonStrings.Decode(ref reader);
            blob = key == "$blob" ? reference : null;
            thread = key == "$thread" && Stated(reader, "messages") is { } messages ? (reference, messages) : null;
        }

        return true;
    }

    /// <summary>The count that follows a reference, at which the reader is; null where there is none.</summary>
    internal static long? Stated(Utf8JsonReader reader, string name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name)
        && reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9') && reader.TryGetInt64(out var number)
            ? number
            : null;

    private byte[]? Content(string reference) => blobs?.Read(reference, _budget) is { } bytes && IsJson(bytes, LogJson.MaxReadDepth - _depth) ? bytes : null;

    // A message with no more bytes than the depth allows cannot be deeper.
    private bool Fits(List<ReadOnlyMemory<byte>> history)
    {
        var maxDepth = LogJson.MaxReadDepth - _depth - 1;
        return history.TrueForAll(message => message.Length <= maxDepth || IsJson(message.Span, maxDepth));
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes, int maxDepth)
    {
        if (maxDepth < 1 || !Utf8.IsValid(bytes))
        {
            return false;
        }

        try
        {
            return DuplicateKeys.Find(bytes, maxDepth) is null;
        }
        catch (JsonException)
        {
            return false; // the blob is of another media type, so the reference stays
        }
    }
}
