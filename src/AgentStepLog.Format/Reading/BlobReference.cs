using System.Text;
using System.Text.Json;
using AgentStepLog.Hashing;
using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>A blob that a line, or another blob, names.</summary>
/// <param name="Name">The blob's hash.</param>
/// <param name="Bytes">The length that the reference states; null for a shared document or a thread, which state none.</param>
/// <param name="IsThread">Whether it is the last of the blobs of a chat history.</param>
/// <param name="Messages">The number of the history's messages, as the reference states it.</param>
/// <param name="Document">The kind of the shared document in words; null for a blob of the run.</param>
internal readonly record struct BlobReference(BlobHash Name, long? Bytes, bool IsThread = false, long? Messages = null, string? Document = null)
{
    /// <summary>The hash as 64 hex digits.</summary>
    public string Hash => Name.ToString();

    /// <summary>
    /// Finds every blob that a line names: <c>$blob</c> and <c>$thread</c> at any depth, the header's <c>manifest</c>, and the <c>tool_set</c> of an LLM call.
    /// </summary>
    /// <param name="line">The line, which is valid JSON.</param>
    /// <param name="references">Receives the references.</param>
    /// <returns>The flaw of a reference, which continues "line n"; null if there is none.</returns>
    public static string? Flaw(ReadOnlySpan<byte> line, List<BlobReference> references) => Collect(line, isLine: true, references.Add);

    /// <summary>Finds every blob that a value names. The value itself is the content of a blob.</summary>
    /// <param name="value">The value.</param>
    /// <param name="found">Called for each reference.</param>
    /// <returns>The flaw of a reference; null if there is none.</returns>
    /// <exception cref="JsonException">The value is no valid JSON.</exception>
    public static string? FlawOfValue(ReadOnlySpan<byte> value, Action<BlobReference> found) => Collect(value, isLine: false, found);

    private static string? Collect(ReadOnlySpan<byte> json, bool isLine, Action<BlobReference> found)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        var isFirst = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (OfMember(ref reader, isFirst, isLine, found) is { } flaw)
                {
                    return flaw;
                }
            }

            isFirst = reader.TokenType == JsonTokenType.StartObject;
        }

        return null;
    }

    private static string? OfMember(ref Utf8JsonReader reader, bool isFirst, bool isLine, Action<BlobReference> found)
    {
        if (!reader.ValueIsEscaped && reader.ValueSpan is not [(byte)'$', ..] && !(isLine && reader.CurrentDepth == 1 && (reader.ValueTextEquals("manifest"u8) || reader.ValueTextEquals("tool_set"u8))))
        {
            return null; // true for nearly all names
        }

        var name = Known(reader.ValueSpan) ?? JsonStrings.Decode(ref reader);
        if (isLine && reader.CurrentDepth == 1 && name is "manifest" or "tool_set")
        {
            return HashOf(ref reader, name, out var document) ?? Added(found, new(document, null, Document: name.Replace('_', ' ')));
        }

        if (!name.StartsWith('$') || name.StartsWith("$$", StringComparison.Ordinal))
        {
            return null;
        }

        return !isFirst ? $"has the key \"{name}\" where it is not the first of its object, and only the format's own begin with one $"
            : name is "$blob" or "$thread" or "$hash" ? Reference(ref reader, name, found)
            : null;
    }

    private static string? Reference(ref Utf8JsonReader reader, string name, Action<BlobReference> found)
    {
        if (HashOf(ref reader, name, out var hash) is { } flaw)
        {
            return flaw;
        }

        var stated = name == "$thread" ? "messages" : "bytes";
        return ExpandedJson.Stated(reader, stated) is not { } count ? $"has a \"{name}\" that is not followed by \"{stated}\", a count in digits"
            : name == "$hash" ? null
            : Added(found, name == "$thread" ? new(hash, null, IsThread: true, count) : new(hash, count));
    }

    private static string? HashOf(ref Utf8JsonReader reader, string name, out BlobHash hash)
    {
        hash = default;
        reader.Read();
        return reader.TokenType == JsonTokenType.String && TryParse(ref reader, out hash) ? null
            : $"has a \"{name}\" that is not \"sha256:\" and 64 lower-case hex digits";
    }

    /// <summary>Reads the hash of a blob from the reader's current text; false where the text is no hash.</summary>
    public static bool TryParse(ref Utf8JsonReader reader, out BlobHash hash) =>
        BlobHash.TryParse(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonStrings.Decode(ref reader)) : reader.ValueSpan, out hash);

    // A blob may name half a million others. Known names need no string for each.
    private static string? Known(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("$blob"u8) ? "$blob" : name.SequenceEqual("$thread"u8) ? "$thread" : name.SequenceEqual("$hash"u8) ? "$hash" : null;

    private static string? Added(Action<BlobReference> found, BlobReference reference)
    {
        found(reference);
        return null;
    }
}
