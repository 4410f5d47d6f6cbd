using System.Text.Json;

namespace AgentStepLog;

/// <summary>A blob that a line, or another blob, names.</summary>
/// <param name="Hash">64 hex digits.</param>
/// <param name="Bytes">Its length as it is stated; null for a shared document or a thread, of which it is not.</param>
/// <param name="IsThread">Whether it is the last of the blobs of a chat history.</param>
/// <param name="Messages">How many messages the history has, as it is stated.</param>
internal readonly record struct BlobReference(string Hash, long? Bytes, bool IsThread = false, long? Messages = null)
{
    /// <summary>Every blob that a line names: <c>$blob</c> and <c>$thread</c> at any depth, the header's <c>manifest</c>, and the <c>tool_set</c> of a model call.</summary>
    /// <param name="line">The line. Valid JSON.</param>
    /// <param name="references">Takes them.</param>
    /// <returns>What is wrong with one, after "line n"; null if nothing is.</returns>
    public static string? Flaw(ReadOnlySpan<byte> line, List<BlobReference> references) => Collect(line, isLine: true, references);

    /// <summary>Every blob that a value names which went to a blob itself.</summary>
    /// <inheritdoc cref="Flaw"/>
    /// <exception cref="JsonException">It is no valid JSON.</exception>
    public static string? FlawOfValue(ReadOnlySpan<byte> value, List<BlobReference> references) => Collect(value, isLine: false, references);

    private static string? Collect(ReadOnlySpan<byte> json, bool isLine, List<BlobReference> references)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        var isFirst = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (OfMember(ref reader, isFirst, isLine, references) is { } flaw)
                {
                    return flaw;
                }
            }

            isFirst = reader.TokenType == JsonTokenType.StartObject;
        }

        return null;
    }

    private static string? OfMember(ref Utf8JsonReader reader, bool isFirst, bool isLine, List<BlobReference> references)
    {
        if (!reader.ValueIsEscaped && reader.ValueSpan is not [(byte)'$', ..] && !(isLine && reader.CurrentDepth == 1 && (reader.ValueTextEquals("manifest"u8) || reader.ValueTextEquals("tool_set"u8))))
        {
            return null; // nearly every one
        }

        var name = JsonStrings.Decode(ref reader);
        if (isLine && reader.CurrentDepth == 1 && name is "manifest" or "tool_set")
        {
            return HashOf(ref reader, name, out var document) ?? Added(references, new(document, null));
        }

        if (!name.StartsWith('$') || name.StartsWith("$$", StringComparison.Ordinal))
        {
            return null;
        }

        return !isFirst ? $"has the key \"{name}\" where it is not the first of its object, and only the format's own begin with one $"
            : name is "$blob" or "$thread" or "$hash" ? Reference(ref reader, name, references)
            : null;
    }

    private static string? Reference(ref Utf8JsonReader reader, string name, List<BlobReference> references)
    {
        if (HashOf(ref reader, name, out var hash) is { } flaw)
        {
            return flaw;
        }

        var stated = name == "$thread" ? "messages" : "bytes";
        return Count(reader, stated) is not { } count ? $"has a \"{name}\" that is not followed by \"{stated}\", a count in digits"
            : name == "$hash" ? null
            : Added(references, name == "$thread" ? new(hash, null, IsThread: true, count) : new(hash, count));
    }

    private static string? HashOf(ref Utf8JsonReader reader, string name, out string hash)
    {
        hash = "";
        reader.Read();
        return reader.TokenType == JsonTokenType.String && BlobSource.TryParse(JsonStrings.Decode(ref reader), out hash) ? null
            : $"has a \"{name}\" that is not \"sha256:\" and 64 lower-case hex digits";
    }

    private static string? Added(List<BlobReference> references, BlobReference reference)
    {
        references.Add(reference);
        return null;
    }

    /// <summary>What is stated of a thread behind its reference, at which the reader is; null when it is not.</summary>
    public static long? MessagesOf(Utf8JsonReader reader) => Count(reader, "messages");

    // `reader` is a copy: looking ahead moves nothing.
    private static long? Count(Utf8JsonReader reader, string name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name)
        && reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9') && reader.TryGetInt64(out var number)
            ? number
            : null;
}
