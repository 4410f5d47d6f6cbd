using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>
/// Counts a run's totals. The writer counts while it writes, the reader while it reads. Both count the microseconds that the
/// line states, so that a live summary and one from the file are equal. Memory is limited: beyond
/// <see cref="MaxNames"/> tools (a model may invent names), models or types of errors, further ones count as <c>(other)</c>. Names of
/// more than <see cref="MaxNameLength"/> characters do, too. Not thread-safe.
/// </summary>
/// <param name="withhold">Withholds secrets in names, as lines withhold them. Null where the names come from lines.</param>
internal sealed partial class SummaryBuilder(Func<string, string>? withhold = null)
{
    public const int MaxNames = 1000;

    public const int MaxNameLength = 1024;

    private const string Unknown = "(unknown)";

    private readonly Dictionary<string, CallTally> _tools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallTally> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _errorTypes = new(StringComparer.Ordinal);
    private long _steps;
    private long _toolCalls;
    private long _llmCalls;
    private long _agentCalls;
    private long _events;
    private long _errors;
    private long _inputTokens;
    private long _outputTokens;
    private long _cachedTokens;
    private long _reasoningTokens;
    private long _elapsed;

    /// <param name="tool">The tool's name.</param>
    /// <param name="microseconds">The call's duration.</param>
    /// <param name="failed">Whether the call ended with an error.</param>
    /// <param name="errorType">The type of the error; null where it is unknown.</param>
    public void ToolCall(string tool, long microseconds, bool failed, string? errorType = null)
    {
        _toolCalls++;
        Call(failed, errorType);
        Tally(_tools, tool).Add(microseconds, failed);
    }

    public void LlmCall(string? model, long microseconds, bool failed, string? errorType, long? input, long? output, long? cached, long? reasoning)
    {
        _llmCalls++;
        Call(failed, errorType);
        Tally(_models, model ?? Unknown).Add(microseconds, failed);
        _inputTokens = TokenSum.Add(_inputTokens, input ?? 0);
        _outputTokens = TokenSum.Add(_outputTokens, output ?? 0);
        _cachedTokens = TokenSum.Add(_cachedTokens, cached ?? 0);
        _reasoningTokens = TokenSum.Add(_reasoningTokens, reasoning ?? 0);
    }

    /// <summary>Counts an agent call. Its tokens are those of LLM calls, which are counted already.</summary>
    public void AgentCall(bool failed, string? errorType)
    {
        _agentCalls++;
        Call(failed, errorType);
    }

    /// <summary>Counts a step of a kind without a total of its own.</summary>
    public void Step() => _steps++;

    public void Event()
    {
        _events++;
        _steps++;
    }

    /// <summary>Sets the time of the last line, in microseconds since the header.</summary>
    public void Elapsed(long microseconds) => _elapsed = Math.Max(_elapsed, microseconds);

    public void Add(Step step)
    {
        Elapsed(Microseconds(step.Elapsed));
        switch (step)
        {
            case ToolCallStep call:
                ToolCall(call.Tool, Microseconds(call.Duration), !call.Succeeded, call.ErrorType);
                break;
            case LlmCallStep call:
                LlmCall(call.Model, Microseconds(call.Duration), !call.Succeeded, call.ErrorType,
                    call.InputTokens, call.OutputTokens, call.CachedTokens, call.ReasoningTokens);
                break;
            case AgentCallStep call:
                AgentCall(!call.Succeeded, call.ErrorType);
                break;
            case EventStep:
                Event();
                break;
            case { } when RecordTypes.Named(step.Type)?.CountsAsStep == true:
                Step();
                break;
        }
    }

    public RunSummary ToSummary() => new()
    {
        Steps = _steps,
        ToolCalls = _toolCalls,
        LlmCalls = _llmCalls,
        AgentCalls = _agentCalls,
        Events = _events,
        Errors = _errors,
        InputTokens = _inputTokens,
        OutputTokens = _outputTokens,
        CachedTokens = _cachedTokens,
        ReasoningTokens = _reasoningTokens,
        Duration = TimeSpan.FromTicks(_elapsed * TimeSpan.TicksPerMicrosecond),
        Tools = Statistics(_tools),
        Models = Statistics(_models),
        ErrorTypes = EquatableList<ErrorStatistics>.Of(
            [.. _errorTypes.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new ErrorStatistics { Type = t.Key, Errors = t.Value })]),
    };

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private CallTally Tally(Dictionary<string, CallTally> tallies, string name)
    {
        if (!tallies.TryGetValue(name, out var tally) && !tallies.TryGetValue(name = CountedAs(name, tallies), out tally))
        {
            tallies.Add(name, tally = new());
        }

        return tally;
    }

    private void Error(string type)
    {
        type = _errorTypes.ContainsKey(type) ? type : CountedAs(type, _errorTypes);
        _errorTypes[type] = _errorTypes.GetValueOrDefault(type) + 1;
    }

    // The name under which a name without an entry is counted.
    private string CountedAs<T>(string name, Dictionary<string, T> known)
    {
        name = withhold is null ? name : withhold(name);
        var isCounted = known.Count < MaxNames && name.Length <= MaxNameLength && !TooLarge.IsMark(name);
        return isCounted || known.ContainsKey(name) ? name : "(other)";
    }

    private static EquatableList<CallStatistics> Statistics(Dictionary<string, CallTally> tallies) =>
        EquatableList<CallStatistics>.Of(
            [.. tallies.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value.ToStatistics(t.Key))]);

    private void Call(bool failed, string? errorType)
    {
        _steps++;
        if (failed)
        {
            _errors++;
            Error(errorType ?? Unknown);
        }
    }
}
