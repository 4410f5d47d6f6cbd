using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace AgentStepLog;

/// <summary>
/// Turns a value as it stands in a line into the value that the user had, and back. In a line an object whose first key begins
/// with a single <c>$</c> is the format's own (a blob, a hash, a thread); user's keys have theirs doubled.
/// </summary>
internal static class PayloadResolver
{
    // A whole input may be spilled after some of its members were; nothing nests deeper.
    private const int MaxBlobNesting = 4;

    /// <param name="line">The value's text in the line.</param>
    /// <param name="blobs">Null: every blob stays a reference.</param>
    /// <param name="whole">False when a reference, a hash or a thread had to stay.</param>
    public static JsonText Resolve(JsonText line, BlobSource? blobs, out bool whole)
    {
        whole = true;
        if (!MayHoldDollarKey(line.Utf8))
        {
            return line;
        }

        var buffer = new ArrayBufferWriter<byte>(line.Utf8.Length);
        using var writer = new Utf8JsonWriter(buffer, LogJson.Compact);
        Write(line.Utf8, writer, blobs, 0, ref whole);
        writer.Flush();
        return JsonText.Trusted(buffer.WrittenSpan.ToArray());
    }

    /// <summary>A user's value as a line holds it: the leading <c>$</c> of a key doubled.</summary>
    public static JsonText AsInLine(JsonText value) => MayHoldDollarKey(value.Utf8)
        ? JsonText.Trusted(JsonCopy.Copy(value.Utf8, KeyMapping.DoubleDollar, LogJson.MaxReadDepth, LogJson.Compact))
        : value;

    // Another implementation may escape the dollar. A false alarm (a string value that begins so) only costs the copy.
    private static bool MayHoldDollarKey(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"$"u8) >= 0 || json.IndexOf("\"\\u0024"u8) >= 0;

    private static void Write(ReadOnlySpan<byte> json, Utf8JsonWriter writer, BlobSource? blobs, int nesting, ref bool whole)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.StartObject || !IsMarker(reader, out var blob, out var thread))
            {
                JsonCopy.Token(ref reader, writer, KeyMapping.SingleDollar);
            }
            else if (nesting < MaxBlobNesting && blob is not null && Content(blobs, blob, LogJson.MaxReadDepth - writer.CurrentDepth) is { } content)
            {
                Write(content, writer, blobs, nesting + 1, ref whole);
                reader.Skip();
            }
            else if (nesting < MaxBlobNesting && thread is var (head, messages) && blobs?.ReadThread(head, messages) is { } history && Fits(history, LogJson.MaxReadDepth - writer.CurrentDepth - 1))
            {
                Write(history, writer, blobs, nesting + 1, ref whole);
                reader.Skip();
            }
            else
            {
                whole = false;
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                writer.WriteRawValue(json[start..(int)reader.BytesConsumed], skipInputValidation: true);
            }
        }
    }

    private static void Write(List<ReadOnlyMemory<byte>> history, Utf8JsonWriter writer, BlobSource? blobs, int nesting, ref bool whole)
    {
        writer.WriteStartArray();
        foreach (var message in history)
        {
            Write(message.Span, writer, blobs, nesting, ref whole);
        }

        writer.WriteEndArray();
    }

    // `reader` is a copy: looking ahead moves nothing.
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
            thread = key == "$thread" && BlobReference.MessagesOf(reader) is { } messages ? (reference, messages) : null;
        }

        return true;
    }

    private static byte[]? Content(BlobSource? blobs, string reference, int maxDepth) =>
        blobs?.Read(reference) is { } bytes && IsJson(bytes, maxDepth) ? bytes : null;

    // What is as short as that cannot be so deep.
    private static bool Fits(List<ReadOnlyMemory<byte>> history, int maxDepth) => history.TrueForAll(message => message.Length <= maxDepth || IsJson(message.Span, maxDepth));

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
            return false; // a blob of another media type: it stays a reference
        }
    }
}
