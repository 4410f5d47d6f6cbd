using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>What the running totals take from a line.</summary>
internal readonly record struct StepFacts
{
    /// <summary>The tool or the model.</summary>
    internal string? Name { get; init; }

    internal long Microseconds { get; init; }

    internal bool Failed { get; init; }

    /// <summary>The type of what it failed with; null when it did not, or nobody knows.</summary>
    internal string? ErrorType { get; init; }

    internal Tokens Tokens { get; init; }

    internal void AddTo(SummaryBuilder totals, StepKind type)
    {
        switch (type)
        {
            case StepKind.ToolCall:
                totals.ToolCall(Name!, Microseconds, Failed, ErrorType);
                break;
            case StepKind.LlmCall:
                totals.LlmCall(Name, Microseconds, Failed, ErrorType, Tokens.Input, Tokens.Output, Tokens.Cached, Tokens.Reasoning);
                break;
            case StepKind.AgentCall:
                totals.AgentCall(Failed, ErrorType);
                break;
            case StepKind.Event:
                totals.Event();
                break;
            default:
                if (RecordTypes.Of(type).CountsAsStep)
                {
                    totals.Step();
                }

                break;
        }
    }
}
