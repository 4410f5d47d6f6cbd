using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>What JSON allows and arguments must not have, each with its place: names that stand twice, halves of surrogate pairs.</summary>
internal static class ArgumentFaults
{
    /// <returns>False if the strings cannot be read.</returns>
    public static bool Find(ReadOnlySpan<byte> utf8, int maxDepth, JsonProblems problems)
    {
        var isReadable = true;
        var open = new Stack<Level>();
        var path = JsonPath.Root;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
                case JsonTokenType.PropertyName:
                    var level = open.Peek();
                    path = level.Path.Member(JsonStrings.Decode(ref reader));
                    isReadable &= Whole(ref reader, path, problems);
                    if (!level.Names!.Add(path.Name!))
                    {
                        problems.Add(path, "given twice; give it once");
                    }

                    continue;
                default:
                    break;
            }

            if (open.TryPeek(out var list) && list.Names is null)
            {
                path = list.Path.Item(list.Items++);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push(new(path, reader.TokenType == JsonTokenType.StartObject ? new(StringComparer.Ordinal) : null));
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                isReadable &= Whole(ref reader, path, problems);
            }
        }

        return isReadable;
    }

    private static bool Whole(ref Utf8JsonReader reader, JsonPath path, JsonProblems problems)
    {
        if (!reader.ValueIsEscaped || !JsonStrings.HasLoneSurrogate(reader.ValueSpan))
        {
            return true;
        }

        problems.Add(path, "holds an escape of half a surrogate pair, such as \\ud83d alone, which is no character");
        return false;
    }

    private sealed class Level(JsonPath path, HashSet<string>? names)
    {
        public JsonPath Path { get; } = path;

        /// <summary>Null in an array.</summary>
        public HashSet<string>? Names { get; } = names;

        public int Items { get; set; }
    }
}
