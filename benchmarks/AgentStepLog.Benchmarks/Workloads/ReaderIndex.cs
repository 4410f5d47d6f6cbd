using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>What <see cref="JsonIndex"/> would be with the framework's reader in place of <c>JsonScan</c>: the same tokens, limits and faults.</summary>
internal sealed class ReaderIndex
{
    // Strings, numbers and words stand in one order in both lists.
    private const int KindBehindType = JsonTokenType.String - JsonTokenType.None - (JsonValueKind.String - JsonValueKind.Undefined);

    private JsonToken[] _tokens = new JsonToken[64];

    public bool HasLoneSurrogate { get; private set; }

    public JsonFault Read(ReadOnlySpan<byte> text, int maxDepth, long maxValues)
    {
        HasLoneSurrogate = false;
        try
        {
            // One level more than is taken: what is too deep is told apart from what is no JSON.
            return Fill(text, new JsonReaderOptions { MaxDepth = maxDepth + 1 }, maxDepth, maxValues);
        }
        catch (JsonException)
        {
            return JsonFault.Syntax;
        }
    }

    private JsonFault Fill(ReadOnlySpan<byte> text, JsonReaderOptions options, int maxDepth, long maxValues)
    {
        var reader = new Utf8JsonReader(text, options);
        var (tokens, count, open, depth, values) = (_tokens, 0, -1, 0, 0L);
        while (reader.Read())
        {
            var (type, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                ref var ended = ref tokens[open];
                ended.Length = start + 1 - ended.Start;
                (open, ended.Next) = (ended.Next, count);
                depth--;
                continue;
            }

            if (count == tokens.Length)
            {
                Array.Resize(ref tokens, count * 2);
                _tokens = tokens;
            }

            ref var token = ref tokens[count++];
            (token.Start, token.Length, token.Next, token.Count, token.IsEscaped) = (start, reader.ValueSpan.Length, count, 0, false);
            if (type is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                token.Start++;
                token.Kind = JsonValueKind.String;
                token.IsEscaped = reader.ValueIsEscaped;
                HasLoneSurrogate |= token.IsEscaped && JsonStrings.HasLoneSurrogate(reader.ValueSpan);
                if (type == JsonTokenType.PropertyName)
                {
                    continue;
                }
            }
            else
            {
                token.Kind = (JsonValueKind)(type - KindBehindType);
            }

            if (open >= 0)
            {
                tokens[open].Count++;
            }

            if (type is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                if (depth++ == maxDepth)
                {
                    return JsonFault.TooDeep;
                }

                token.Kind = type == JsonTokenType.StartObject ? JsonValueKind.Object : JsonValueKind.Array;
                (open, token.Next) = (count - 1, open);
            }

            if (++values > maxValues)
            {
                return JsonFault.TooMany;
            }
        }

        return JsonFault.None;
    }
}
