using System.Diagnostics.CodeAnalysis;
using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A plan of an agent, and the facts on which it is based.</summary>
public sealed record PlanStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public PlanStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    [SetsRequiredMembers]
    internal PlanStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Plan;

    /// <summary>The facts that the agent assumes; absent when it stated none. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Facts { get => FactsValue.Of(this, nameof(Facts)); init => FactsValue = FieldValue.Of(value); }

    /// <summary>The plan: a text, or a list of steps. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public required JsonText Plan { get => PlanValue.Of(this, nameof(Plan)); init => PlanValue = FieldValue.Of(value); }

    /// <summary>The input tokens for making the plan; null when unknown. An LLM call counts them, so they are no part of the run's totals.</summary>
    public long? InputTokens { get; init; }

    /// <summary>The output tokens for making the plan; null when unknown.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>The input tokens that came from a cache; null when unknown.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>The output tokens spent on reasoning; null when unknown.</summary>
    public long? ReasoningTokens { get; init; }

    internal FieldValue FactsValue { get; init; }

    internal FieldValue PlanValue { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(PlanStep), StepKind.Plan, "plan", Read) { OwnFields = RecordType.Tokens, CountsAsStep = true };

    private static PlanStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        FactsValue = fields.Field("facts"u8),
        PlanValue = fields.Field("plan"u8),
        InputTokens = fields.Whole("input_tokens"u8),
        OutputTokens = fields.Whole("output_tokens"u8),
        CachedTokens = fields.Whole("cached_tokens"u8),
        ReasoningTokens = fields.Whole("reasoning_tokens"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(OutputTokens), OutputTokens);
        return true;
    }
}
