using System.Text.Json;
using System.Text.Unicode;

namespace AgentStepLog;

/// <summary>
/// One blob of a chat history: <c>{"prev":"sha256:…","add":[…]}</c>, the messages that follow those of another blob, or, without
/// <c>prev</c>, the first ones.
/// </summary>
/// <param name="Content">The blob.</param>
/// <param name="Prev">The blob before, as 64 hex digits; null for the first.</param>
/// <param name="Messages">Where in the content each message stands.</param>
internal sealed record ThreadBlob(byte[] Content, string? Prev, IReadOnlyList<Range> Messages)
{
    /// <summary>Null when it has another form.</summary>
    public static ThreadBlob? Parse(byte[] content)
    {
        try
        {
            return Utf8.IsValid(content) && DuplicateKeys.Find(content, LogJson.MaxReadDepth) is null ? Read(content) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ThreadBlob? Read(byte[] content)
    {
        var reader = new Utf8JsonReader(content, LogJson.Line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        string? prev = null;
        List<Range>? messages = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonStrings.Decode(ref reader);
            reader.Read();
            if (name == "prev")
            {
                if (reader.TokenType != JsonTokenType.String || !BlobSource.TryParse(JsonStrings.Decode(ref reader), out prev))
                {
                    return null;
                }
            }
            else if (name == "add" && reader.TokenType == JsonTokenType.StartArray)
            {
                messages = Items(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return messages is null ? null : new(content, prev, messages);
    }

    /// <summary>Where each item of the array stands at whose bracket the reader is; the reader goes to its end.</summary>
    internal static List<Range> Items(ref Utf8JsonReader reader)
    {
        var items = new List<Range>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(start..(int)reader.BytesConsumed);
        }

        return items;
    }
}
