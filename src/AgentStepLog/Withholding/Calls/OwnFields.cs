using System.Collections.Frozen;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// The fields of a line whose values belong to the format, such as names and ids. A known value may look like one of them, and is not withheld there.
/// </summary>
internal static class OwnFields
{
    private static readonly FrozenSet<string> s_names = new[]
    {
        "agent", "agent_version", "allowed", "attempt", "bytes_read", "bytes_written", "cached_tokens", "call_id", "caller", "caller_id", "canceled", "coerced",
        "duration_ms", "environment", "error_type", "error_types", "first_item_ms", "first_token_ms", "from_ts", "host", "incomplete", "input_tokens", "items", "items_left_out",
        "library", "log_key", "lost", "manifest", "method", "model", "models", "offset", "outcome", "output_tokens", "parent_id", "parent_run_id", "pid", "provider",
        "reasoning_tokens", "redacted", "remember_for_session", "response_id", "resumed", "route", "runtime", "segment", "session_id", "sha256", "size_bytes", "skill",
        "span_id", "stop_reason", "subagent", "subject", "to_ts", "tool", "tool_set", "tools", "tools_offered", "total_cached_tokens", "total_input_tokens", "total_output_tokens", "total_reasoning_tokens",
        "trace_id", "user_id",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_totals = new[]
    {
        "agent_calls", "errors", "events", "length", "llm_calls", "steps", "tool_calls",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Removes the matches that stand in such a field.</summary>
    /// <param name="line">The line's fields as an object.</param>
    /// <param name="matches">The known values in it, in any order.</param>
    internal static void TakeOut(ReadOnlySpan<byte> line, List<SecretMatch> matches)
    {
        var own = new List<(int Start, int End)>();
        var reader = new Utf8JsonReader(line, LogJson.Line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var name = reader.GetString()!;
            reader.Read();
            var isNumber = reader.TokenType == JsonTokenType.Number;
            if (name == "error_causes")
            {
                own.Add((start, start + name.Length + 2));
                AddCauses(ref reader, own);
                continue;
            }

            reader.Skip();
            // In every other field, only the name belongs to the format.
            own.Add((start, s_names.Contains(name) || (isNumber && s_totals.Contains(name)) ? (int)reader.BytesConsumed : start + name.Length + 2));
        }

        TakeOut(own, matches);
    }

    // In a cause, only the message may repeat a known value.
    private static void AddCauses(ref Utf8JsonReader reader, List<(int Start, int End)> own)
    {
        for (var depth = reader.CurrentDepth; reader.Read() && reader.CurrentDepth > depth;)
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            var end = (int)reader.BytesConsumed;
            var isMessage = reader.ValueTextEquals("message"u8);
            reader.Read();
            own.Add((start, isMessage ? end : (int)reader.BytesConsumed));
        }
    }

    /// <summary>Removes the matches that stand in one of the given places.</summary>
    /// <param name="places">The places, without overlaps, in any order.</param>
    /// <param name="matches">The matches.</param>
    internal static void TakeOut(List<(int Start, int End)> places, List<SecretMatch> matches)
    {
        places.Sort();
        matches.RemoveAll(match =>
        {
            var index = places.BinarySearch((match.Start, int.MaxValue));
            index = index < 0 ? ~index - 1 : index;
            return index >= 0 && match.Start < places[index].End;
        });
    }
}
