using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Hashing;
using AgentStepLog.Json;
using AgentStepLog.Reading;

namespace AgentStepLog.Integrity;

/// <summary>How a blob of a chat history changes the number of messages before it.</summary>
/// <param name="Needs">How many messages there must be before it.</param>
/// <param name="Adds">How many messages it adds; negative where it leaves out more than it adds.</param>
internal readonly record struct ThreadShape(long Needs, long Adds)
{
    // The search for equal keys takes memory for each key.
    private const int MaxLookedAtForKeys = 16 * 1024 * 1024;

    /// <summary>How many messages the history has with this blob; null if it had too few before.</summary>
    /// <param name="before">How many messages the history has up to the blob before.</param>
    public long? Count(long before) => Needs <= before ? before + Adds : null;

    /// <summary>The combined change of two blobs, of which the other one comes first.</summary>
    public ThreadShape Behind(ThreadShape other) => new(Math.Max(other.Needs, Needs - other.Adds), other.Adds + Adds);

    /// <summary>Parses a blob; null when it has another form.</summary>
    /// <param name="content">The blob's content.</param>
    /// <param name="prev">The blob before; null for the first.</param>
    public static ThreadShape? Parse(ReadOnlySpan<byte> content, out BlobHash? prev)
    {
        prev = null;
        try
        {
            return Utf8.IsValid(content) && (content.Length > MaxLookedAtForKeys || DuplicateKeys.Find(content, LogJson.MaxReadDepth) is null) ? Read(content, out prev) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ThreadShape? Read(ReadOnlySpan<byte> content, out BlobHash? prev)
    {
        prev = null;
        var reader = new Utf8JsonReader(content, LogJson.Line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var (keep, drop, put, add) = (0, 0, 0, -1);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonStrings.Decode(ref reader);
            reader.Read();
            switch (name)
            {
                case "prev" when reader.TokenType == JsonTokenType.String && BlobReference.TryParse(ref reader, out var before):
                    prev = before;
                    break;
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

        reader.Read(); // throws when bytes follow the value
        return add < 0 ? null : new((long)keep + drop, (long)put + add - drop);
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
