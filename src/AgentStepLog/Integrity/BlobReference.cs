using System.Text.Json;

namespace AgentStepLog;

/// <summary>A blob that a line names.</summary>
/// <param name="Hash">64 hex digits.</param>
/// <param name="Bytes">Its length as the line states it; null when the line does not.</param>
/// <param name="IsThread">Whether it is the last of the blobs of a chat history.</param>
/// <param name="Messages">How many messages the history has, as the line states it; null when the line does not.</param>
internal readonly record struct BlobReference(string Hash, long? Bytes, bool IsThread = false, long? Messages = null)
{
    /// <summary>Every blob that the line names: <c>$blob</c> and <c>$thread</c> at any depth, the header's <c>manifest</c>, and the <c>tool_set</c> of a model call.</summary>
    /// <exception cref="FormatException">A reference has no valid hash. The message goes on after "line n".</exception>
    public static void Collect(ReadOnlySpan<byte> line, List<BlobReference> references)
    {
        if (line.IndexOf("sha256:"u8) < 0 && line.IndexOf("\"$"u8) < 0 && line.IndexOf((byte)'\\') < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(line, LogJson.Line);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = JsonStrings.Decode(ref reader);
            if (name is "$blob" or "$thread" || (name is "manifest" or "tool_set" && reader.CurrentDepth == 1))
            {
                reader.Read();
                references.Add(Read(ref reader, name));
            }
        }
    }

    private static BlobReference Read(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.String || !BlobSource.TryParse(JsonStrings.Decode(ref reader), out var hash))
        {
            throw new FormatException($"has a \"{name}\" that is not \"sha256:\" and 64 lower-case hex digits");
        }

        return name switch
        {
            "$blob" => new(hash, After(reader, "bytes"u8)),
            "$thread" => new(hash, null, IsThread: true, MessagesOf(reader)),
            _ => new(hash, null),
        };
    }

    /// <summary>What is stated of a thread behind its reference, at which the reader is; null when it is not.</summary>
    public static long? MessagesOf(Utf8JsonReader reader) => After(reader, "messages"u8);

    // `reader` is a copy: looking ahead moves nothing.
    private static long? After(Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name)
        && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)
            ? number
            : null;
}
