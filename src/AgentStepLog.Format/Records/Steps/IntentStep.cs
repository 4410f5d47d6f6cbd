using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// A call that was about to be made. The line of its outcome bears the same <see cref="SpanId"/>; without such a line nobody
/// knows whether the call took effect.
/// </summary>
public sealed record IntentStep : Step
{
    internal IntentStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal IntentStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Intent;

    /// <summary>The call's id in its run: 16 lower-case hex digits.</summary>
    public string SpanId { get; init; } = "";

    /// <summary>The <see cref="SpanId"/> of the enclosing call; null at top level.</summary>
    public string? ParentId { get; init; }

    /// <summary>The tool to be called; null for an agent or a model.</summary>
    public string? Tool { get; init; }

    /// <summary>The agent to be run; null for a tool or a model.</summary>
    public string? Agent { get; init; }

    /// <summary>The model to be asked, where its name is known before; null for a tool or an agent.</summary>
    public string? Model { get; init; }

    /// <summary>The id that the model gave its call; null when unknown.</summary>
    public string? CallId { get; init; }

    /// <summary>The arguments as a JSON object; absent when they were not captured. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText InputJson { get => InputValue.Of(this, nameof(InputJson)); init => InputValue = FieldValue.Of(value); }

    internal FieldValue InputValue { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
    internal static RecordType Record { get; } = new(typeof(IntentStep), StepKind.Intent, "intent", Read) { OwnFields = ["tool", "agent", "model", "call_id"], Role = ChainRole.Intent };

    private static IntentStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        SpanId = fields.RequiredText("span_id"u8),
        ParentId = fields.Text("parent_id"u8),
        Tool = fields.Text("tool"u8),
        Agent = fields.Text("agent"u8),
        Model = fields.Text("model"u8),
        CallId = fields.Text("call_id"u8),
        InputValue = fields.Field("input"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Tool), Tool);
        Print(builder, nameof(Agent), Agent);
        Print(builder, nameof(Model), Model);
        Print(builder, nameof(SpanId), SpanId);
        return true;
    }
}
