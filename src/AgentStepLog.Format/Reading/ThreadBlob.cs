using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Hashing;
using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>
/// One blob of a chat history: <c>{"prev":"sha256:…","keep":1,"drop":2,"put":[…],"add":[…]}</c>. It takes the messages of the blob before, keeps the first ones,
/// leaves out the next ones, puts others in their place, and adds further ones at the end. A blob without <c>prev</c> begins the history.
/// </summary>
/// <param name="Content">The blob.</param>
/// <param name="Prev">The blob before, as 64 hex digits; null for the first.</param>
/// <param name="Keep">How many of the first messages are kept.</param>
/// <param name="Drop">How many of the next messages are left out.</param>
/// <param name="Put">The places, in the content, of the messages that take their place.</param>
/// <param name="Add">The places, in the content, of the messages that are added at the end.</param>
internal sealed record ThreadBlob(byte[] Content, string? Prev, int Keep, int Drop, IReadOnlyList<Range> Put, IReadOnlyList<Range> Add)
{
    /// <summary>How many messages the history has with this blob; null if it had too few before.</summary>
    /// <param name="before">How many messages the history has up to the blob before.</param>
    public long? Count(long before) => (long)Keep + Drop <= before ? before - Drop + Put.Count + Add.Count : null;

    /// <summary>Parses a blob; null when it has another form.</summary>
    /// <param name="content">The blob's content.</param>
    /// <param name="budget">The budget to which its messages are charged.</param>
    /// <exception cref="ExpansionException">The budget is too small.</exception>
    public static ThreadBlob? Parse(byte[] content, ExpansionBudget budget)
    {
        try
        {
            return Utf8.IsValid(content) && DuplicateKeys.Find(content, LogJson.MaxReadDepth) is null ? Read(content, budget) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ThreadBlob? Read(byte[] content, ExpansionBudget budget)
    {
        var reader = new Utf8JsonReader(content, LogJson.Line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        string? prev = null;
        var (keep, drop) = (0, 0);
        IReadOnlyList<Range> put = [];
        IReadOnlyList<Range>? add = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonStrings.Decode(ref reader);
            reader.Read();
            switch (name)
            {
                case "prev" when reader.TokenType == JsonTokenType.String && HashName.TryParse(JsonStrings.Decode(ref reader), out prev):
                case "keep" when IsCount(reader, out keep):
                case "drop" when IsCount(reader, out drop):
                    break;
                case "put" when reader.TokenType == JsonTokenType.StartArray:
                    put = Items(ref reader, budget);
                    break;
                case "add" when reader.TokenType == JsonTokenType.StartArray:
                    add = Items(ref reader, budget);
                    break;
                case "prev" or "keep" or "drop" or "put" or "add":
                    return null;
                default:
                    reader.Skip();
                    break;
            }
        }

        return add is null ? null : new(content, prev, keep, drop, put, add);
    }

    internal static bool IsCount(in Utf8JsonReader reader, out int count)
    {
        count = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out count) && count >= 0;
    }

    /// <summary>The places of the items of the array at whose start the reader is. The reader moves to the array's end.</summary>
    internal static List<Range> Items(ref Utf8JsonReader reader, ExpansionBudget? budget = null)
    {
        var items = new List<Range>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            budget?.Take(ExpansionBudget.PerMessage);
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(start..(int)reader.BytesConsumed);
        }

        return items;
    }
}
