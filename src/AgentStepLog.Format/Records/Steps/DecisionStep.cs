using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A decision of an agent: for a tool, another agent, a skill, a question, or an answer.</summary>
public sealed record DecisionStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public DecisionStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal DecisionStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Decision;

    /// <summary>The kind of the decision, such as <c>tool</c> or <c>answer</c>. The format's <c>kind</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>The reason or the result of the decision, for people; null when there is no such text.</summary>
    public string? Message { get; init; }

    /// <summary>The model's response as it came; absent when it was not captured. A log writes it as <c>StepLogOptions.LlmContent</c> says, by default not at all. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Raw { get => RawValue.Of(this, nameof(Raw)); init => RawValue = FieldValue.Of(value); }

    /// <summary>The model's response after parsing; absent when it was not parsed. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Response { get => ResponseValue.Of(this, nameof(Response)); init => ResponseValue = FieldValue.Of(value); }

    /// <summary>The arguments for the tool, agent or skill; absent when there are none. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Parameters { get => ParametersValue.Of(this, nameof(Parameters)); init => ParametersValue = FieldValue.Of(value); }

    /// <summary>The tool that was chosen; null for none.</summary>
    public string? Tool { get; init; }

    /// <summary>The agent that was chosen; null for none.</summary>
    public string? Subagent { get; init; }

    /// <summary>The skill that was chosen; null for none.</summary>
    public string? Skill { get; init; }

    /// <summary>The purpose of a question; null for none.</summary>
    public string? CallbackIntent { get; init; }

    internal FieldValue RawValue { get; init; }

    internal FieldValue ResponseValue { get; init; }

    internal FieldValue ParametersValue { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(DecisionStep), StepKind.Decision, "decision", Read)
    {
        OwnFields =
        [
            "kind", "message", "tool", "subagent", "skill", "callback_intent",
        ],
        CountsAsStep = true,
    };

    private static DecisionStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Decision = fields.RequiredText("kind"u8),
        Message = fields.Text("message"u8),
        RawValue = fields.Field("raw"u8),
        ResponseValue = fields.Field("response"u8),
        ParametersValue = fields.Field("parameters"u8),
        Tool = fields.Text("tool"u8),
        Subagent = fields.Text("subagent"u8),
        Skill = fields.Text("skill"u8),
        CallbackIntent = fields.Text("callback_intent"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Decision), Decision);
        Print(builder, nameof(Tool), Tool);
        Print(builder, nameof(Subagent), Subagent);
        Print(builder, nameof(Skill), Skill);
        return true;
    }
}
