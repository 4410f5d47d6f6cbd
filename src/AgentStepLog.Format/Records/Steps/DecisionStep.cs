using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>What an agent settled on: a tool, another agent, a skill, a question, an answer.</summary>
public sealed record DecisionStep : HostStep
{
    /// <summary>A record to write; set its properties.</summary>
    public DecisionStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal DecisionStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Decision;

    /// <summary>What kind of decision, such as <c>tool</c> or <c>answer</c>. The format's <c>kind</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Why, or what it comes to, for people; null when nothing was said.</summary>
    public string? Message { get; init; }

    /// <summary>What the model said; absent when it was not captured. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Raw { get => RawValue.Of(this, nameof(Raw)); init => RawValue = FieldValue.Of(value); }

    /// <summary>The same as it was understood; absent when it was not. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Response { get => ResponseValue.Of(this, nameof(Response)); init => ResponseValue = FieldValue.Of(value); }

    /// <summary>With what the tool, agent or skill is to be called; absent when there is nothing. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Parameters { get => ParametersValue.Of(this, nameof(Parameters)); init => ParametersValue = FieldValue.Of(value); }

    /// <summary>The tool that was chosen; null for none.</summary>
    public string? Tool { get; init; }

    /// <summary>The agent that was chosen; null for none.</summary>
    public string? Subagent { get; init; }

    /// <summary>The skill that was chosen; null for none.</summary>
    public string? Skill { get; init; }

    /// <summary>What a callback is to bring about; null for none.</summary>
    public string? CallbackIntent { get; init; }

    internal FieldValue RawValue { get; init; }

    internal FieldValue ResponseValue { get; init; }

    internal FieldValue ParametersValue { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
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
