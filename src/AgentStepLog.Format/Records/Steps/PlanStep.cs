using System.Diagnostics.CodeAnalysis;
using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>What an agent means to do, and what it takes for known.</summary>
public sealed record PlanStep : HostStep
{
    /// <summary>A record to write; set its properties.</summary>
    public PlanStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    [SetsRequiredMembers]
    internal PlanStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Plan;

    /// <summary>What it takes for known; absent when it said nothing of that. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Facts { get => FactsValue.Of(this, nameof(Facts)); init => FactsValue = FieldValue.Of(value); }

    /// <summary>The plan: a text, or a list of steps. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public required JsonText Plan { get => PlanValue.Of(this, nameof(Plan)); init => PlanValue = FieldValue.Of(value); }

    /// <summary>Tokens that making the plan read; null when unknown. They are those of a model call, and no part of the run's totals.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens that making the plan wrote; null when unknown.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Of the input tokens, those from a cache; null when unknown.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Of the output tokens, those of reasoning; null when unknown.</summary>
    public long? ReasoningTokens { get; init; }

    internal FieldValue FactsValue { get; init; }

    internal FieldValue PlanValue { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
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
