using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>The totals in the form of a head, so that a resumed run continues them.</summary>
internal sealed partial class SummaryBuilder
{
    public void WriteState(JsonBuffer json)
    {
        json.Raw("{\"counts\":["u8);
        ReadOnlySpan<long> counts =
            [_steps, _toolCalls, _llmCalls, _agentCalls, _events, _errors, _inputTokens, _outputTokens, _cachedTokens, _reasoningTokens, _elapsed];
        for (var i = 0; i < counts.Length; i++)
        {
            if (i > 0)
            {
                json.Byte((byte)',');
            }

            json.Number(counts[i]);
        }

        json.Raw("],\"tools\":"u8);
        Write(json, _tools);
        json.Raw(",\"models\":"u8);
        Write(json, _models);
        json.Raw(",\"error_types\":"u8);
        Write(json, _errorTypes);
        json.Byte((byte)'}');
    }

    /// <summary>
    /// Totals that continue from the state that <see cref="WriteState"/> wrote; null where the state has another shape, or is of a version that did not count errors
    /// by type.
    /// </summary>
    public static SummaryBuilder? FromState(JsonElement state)
    {
        try
        {
            var builder = new SummaryBuilder();
            builder.ReadState(state);
            return builder;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException
            or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Continues from the state that <see cref="WriteState"/> wrote.</summary>
    /// <exception cref="Exception">The state has another shape.</exception>
    public void ReadState(JsonElement state)
    {
        var counts = state.GetProperty("counts");
        (_steps, _toolCalls, _llmCalls) = (counts[0].GetInt64(), counts[1].GetInt64(), counts[2].GetInt64());
        (_agentCalls, _events, _errors) = (counts[3].GetInt64(), counts[4].GetInt64(), counts[5].GetInt64());
        (_inputTokens, _outputTokens) = (counts[6].GetInt64(), counts[7].GetInt64());
        (_cachedTokens, _reasoningTokens, _elapsed) = (counts[8].GetInt64(), counts[9].GetInt64(), counts[10].GetInt64());
        Read(state.GetProperty("tools"), _tools);
        Read(state.GetProperty("models"), _models);
        foreach (var entry in state.GetProperty("error_types").EnumerateObject())
        {
            _errorTypes[entry.Name] = entry.Value.GetInt64();
        }
    }

    private static void Write(JsonBuffer json, Dictionary<string, long> counts)
    {
        var separator = (byte)'{';
        foreach (var (name, count) in counts)
        {
            json.Byte(separator);
            json.String(name);
            json.Byte((byte)':');
            json.Number(count);
            separator = (byte)',';
        }

        json.Raw(counts.Count == 0 ? "{}"u8 : "}"u8);
    }

    private static void Write(JsonBuffer json, Dictionary<string, CallTally> tallies)
    {
        json.Byte((byte)'{');
        var isFirst = true;
        foreach (var (name, tally) in tallies)
        {
            if (!isFirst)
            {
                json.Byte((byte)',');
            }

            json.String(name);
            json.Byte((byte)':');
            tally.WriteState(json);
            isFirst = false;
        }

        json.Byte((byte)'}');
    }

    private static void Read(JsonElement state, Dictionary<string, CallTally> tallies)
    {
        foreach (var entry in state.EnumerateObject())
        {
            var tally = new CallTally();
            tally.ReadState(entry.Value);
            tallies[entry.Name] = tally;
        }
    }
}
