using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>A line's share in the running totals.</summary>
internal readonly record struct StepFacts
{
    /// <summary>The name of the tool, agent or model.</summary>
    internal string? Name { get; init; }

    internal long Microseconds { get; init; }

    internal bool Failed { get; init; }

    /// <summary>The type of the exception that the call failed with; null if it did not fail, or if the type is not known.</summary>
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
