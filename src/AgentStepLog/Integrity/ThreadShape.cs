using System.Text.Json;
using System.Text.Unicode;

namespace AgentStepLog;

/// <summary>What a blob of a chat history does to the messages before it, without the messages themselves.</summary>
/// <param name="Prev">The blob before, as 64 hex digits; null for the first.</param>
/// <param name="Keep">How many of the first messages before stay.</param>
/// <param name="Drop">How many after these are left out.</param>
/// <param name="Put">How many stand in their place.</param>
/// <param name="Add">How many come last.</param>
internal sealed record ThreadShape(string? Prev, int Keep, int Drop, int Put, int Add)
{
    // To look for equal keys takes memory for each key.
    private const int MaxLookedAtForKeys = 16 * 1024 * 1024;

    /// <summary>How many messages the history has up to here; null if those before are fewer than this says.</summary>
    /// <param name="before">How many it has up to the blob before.</param>
    public long? Count(long before) => (long)Keep + Drop <= before ? before - Drop + Put + Add : null;

    /// <summary>Null when it has another form.</summary>
    public static ThreadShape? Parse(ReadOnlySpan<byte> content)
    {
        try
        {
            return Utf8.IsValid(content) && (content.Length > MaxLookedAtForKeys || DuplicateKeys.Find(content, LogJson.MaxReadDepth) is null) ? Read(content) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ThreadShape? Read(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content, LogJson.Line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        string? prev = null;
        var (keep, drop, put, add) = (0, 0, 0, -1);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonStrings.Decode(ref reader);
            reader.Read();
            switch (name)
            {
                case "prev" when reader.TokenType == JsonTokenType.String && BlobSource.TryParse(JsonStrings.Decode(ref reader), out prev):
                case "keep" when ThreadBlob.IsCount(reader, out keep):
                case "drop" when ThreadBlob.IsCount(reader, out drop):
                    break;
                case "put" when reader.TokenType == JsonTokenType.StartArray:
                    put = Items(ref reader);
                    break;
                case "add" when reader.TokenType == JsonTokenType.StartArray:
                    add = Items(ref reader);
                    break;
                case "prev" or "keep" or "drop" or "put" or "add":
                    return null;
                default:
                    reader.Skip();
                    break;
            }
        }

        reader.Read(); // throws when something follows
        return add < 0 ? null : new(prev, keep, drop, put, add);
    }

    private static int Items(ref Utf8JsonReader reader)
    {
        var items = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            items++;
        }

        return items;
    }
}
