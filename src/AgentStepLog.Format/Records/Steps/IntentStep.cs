using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// An announced call that was about to be made. The step of its outcome has the same <see cref="SpanId"/>. Without such a step it is unknown
/// whether the call took effect.
/// </summary>
public sealed record IntentStep : Step
{
    internal IntentStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
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

    /// <summary>The model to be asked, where its name was known before the call; null for a tool or an agent.</summary>
    public string? Model { get; init; }

    /// <summary>The id that the model gave its call; null when unknown.</summary>
    public string? CallId { get; init; }

    /// <summary>The arguments as a JSON object; absent when they were not captured. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText InputJson { get => InputValue.Of(this, nameof(InputJson)); init => InputValue = FieldValue.Of(value); }

    internal FieldValue InputValue { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
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
