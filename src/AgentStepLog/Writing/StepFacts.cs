namespace AgentStepLog.Writing;

/// <summary>What the running totals take from a line.</summary>
internal readonly record struct StepFacts
{
    /// <summary>The tool or the model.</summary>
    internal string? Name { get; init; }

    internal long Microseconds { get; init; }

    internal bool Failed { get; init; }

    internal Tokens Tokens { get; init; }

    internal void AddTo(SummaryBuilder totals, LineType type)
    {
        switch (type)
        {
            case LineType.ToolCall:
                totals.ToolCall(Name!, Microseconds, Failed);
                break;
            case LineType.LlmCall:
                totals.LlmCall(Name, Microseconds, Failed, Tokens.Input, Tokens.Output, Tokens.Cached, Tokens.Reasoning);
                break;
            case LineType.AgentCall:
                totals.AgentCall(Failed);
                break;
            case LineType.Event:
                totals.Event();
                break;
            case > LineType.AgentCall and < LineType.Event:
                totals.Step();
                break;
        }
    }
}
