using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Hashing;
using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>
/// One blob of a chat history: <c>{"prev":"sha256:…","keep":1,"drop":2,"put":[…],"add":[…]}</c>, the messages of another blob, of which after the
/// first ones some are left out, with others in their place, and then those that follow; without <c>prev</c>, the first ones.
/// </summary>
/// <param name="Content">The blob.</param>
/// <param name="Prev">The blob before, as 64 hex digits; null for the first.</param>
/// <param name="Keep">How many of the first messages before stay.</param>
/// <param name="Drop">How many after these are left out.</param>
/// <param name="Put">Where in the content the messages stand that take their place.</param>
/// <param name="Add">Where those stand that come last.</param>
internal sealed record ThreadBlob(byte[] Content, string? Prev, int Keep, int Drop, IReadOnlyList<Range> Put, IReadOnlyList<Range> Add)
{
    /// <summary>How many messages the history has up to here; null if those before are fewer than this says.</summary>
    /// <param name="before">How many it has up to the blob before.</param>
    public long? Count(long before) => (long)Keep + Drop <= before ? before - Drop + Put.Count + Add.Count : null;

    /// <summary>Null when it has another form.</summary>
    /// <param name="content">The blob.</param>
    /// <param name="budget">What its messages are taken from.</param>
    /// <exception cref="ExpansionException">That is not enough.</exception>
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

    /// <summary>Where each item of the array stands at whose bracket the reader is; the reader goes to its end.</summary>
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
