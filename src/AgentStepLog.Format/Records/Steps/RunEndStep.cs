using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The end of a run: how it ended, and its totals as the writer counted them.</summary>
public sealed record RunEndStep : Step
{
    internal RunEndStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal RunEndStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.RunEnd;

    /// <summary>How the run ended.</summary>
    public RunOutcome Outcome { get; init; }

    /// <summary>The run's answer; absent when it has none. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Answer { get => AnswerValue.Of(this, nameof(Answer)); init => AnswerValue = FieldValue.Of(value); }

    /// <summary>The error message; null when the run did not fail.</summary>
    public string? Error { get; init; }

    /// <summary>The full name of the exception's type; null when there was no exception.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The first stack frames of the exception. Those of the user's own code come first.</summary>
    public IReadOnlyList<string> ErrorFrames { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <inheritdoc cref="CallStep.ErrorCauses"/>
    public IReadOnlyList<ErrorCause> ErrorCauses { get; init => field = EquatableList<ErrorCause>.From(value); } = EquatableList<ErrorCause>.Empty;

    /// <summary>The totals as the line states them.</summary>
    public RunSummary Totals { get; init; } = RunSummary.Empty;

    internal FieldValue AnswerValue { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(RunEndStep), StepKind.RunEnd, "run_end", Read)
    {
        OwnFields =
        [
            .. RecordType.Tokens, "outcome", "error", "error_blob", "error_type", "error_frames", "error_causes", "error_types", "steps", "tool_calls", "llm_calls", "agent_calls",
            "events", "errors", "tools", "models",
        ],
        Role = ChainRole.End,
    };

    private static RunEndStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Outcome = TotalsFields.Outcome(fields.Text("outcome"u8)),
        AnswerValue = fields.Field("answer"u8),
        Error = CallFields.Error(fields),
        ErrorType = fields.Text("error_type"u8),
        ErrorFrames = fields.Texts("error_frames"u8),
        ErrorCauses = CauseFields.Read(fields),
        Totals = TotalsFields.Read(fields),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Outcome), Outcome);
        Print(builder, nameof(Error), Error);
        return true;
    }
}
