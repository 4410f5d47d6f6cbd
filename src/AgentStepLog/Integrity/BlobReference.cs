using System.Text.Json;

namespace AgentStepLog;

/// <summary>A blob that a line names.</summary>
/// <param name="Hash">64 hex digits.</param>
/// <param name="Bytes">Its length as the line states it; null when the line does not.</param>
internal readonly record struct BlobReference(string Hash, long? Bytes)
{
    /// <summary>Every blob that the line names: <c>$blob</c> and <c>$thread</c> at any depth, and the header's <c>manifest</c>.</summary>
    /// <exception cref="FormatException">A reference has no valid hash. The message goes on after "line n".</exception>
    public static void Collect(ReadOnlySpan<byte> line, List<BlobReference> references)
    {
        if (line.IndexOf("sha256:"u8) < 0 && line.IndexOf("\"$"u8) < 0)
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
            if (name is "$blob" or "$thread" || (name == "manifest" && reader.CurrentDepth == 1))
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

        var after = reader; // a copy: looking ahead moves nothing
        return name == "$blob" && after.Read() && after.TokenType == JsonTokenType.PropertyName && after.ValueTextEquals("bytes"u8)
            && after.Read() && after.TokenType == JsonTokenType.Number && after.TryGetInt64(out var bytes)
            ? new(hash, bytes)
            : new(hash, null);
    }
}
