using System.Text.Json;

namespace AgentStepLog;

/// <summary>
/// Finds an object with two members of one name, at any depth. Which of the two counts is each reader's guess, so a log has none.
/// </summary>
internal static class DuplicateKeys
{
    /// <summary>The first duplicate key, or null. Names are compared decoded.</summary>
    /// <exception cref="JsonException">Not one valid JSON value.</exception>
    public static string? Find(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        var scopes = new Stack<HashSet<string>>();
        string? duplicate = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    scopes.Push(new(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    scopes.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    var name = JsonStrings.Decode(ref reader);
                    if (!scopes.Peek().Add(name))
                    {
                        duplicate ??= name;
                    }

                    break;
            }
        }

        return duplicate;
    }

    /// <exception cref="JsonException">Not one valid JSON value, or a duplicate key.</exception>
    public static void Check(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        if (Find(utf8, maxDepth) is { } name)
        {
            throw new JsonException($"The key \"{name}\" occurs twice in one object.");
        }
    }
}
