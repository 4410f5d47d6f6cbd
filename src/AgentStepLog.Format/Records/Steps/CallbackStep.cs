using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A question of an agent to a user or another agent, and the answer.</summary>
public sealed record CallbackStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public CallbackStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal CallbackStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Callback;

    /// <summary>The purpose of the question, such as <c>clarify</c>.</summary>
    public required string Intent { get; init; }

    /// <summary>The question; null when unknown.</summary>
    public string? Prompt { get; init; }

    /// <summary>The recipient of the question, such as <c>user</c> or an agent's name; null when unknown.</summary>
    public string? Target { get; init; }

    /// <summary>The answer; absent when there was none. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Response { get => ResponseValue.Of(this, nameof(Response)); init => ResponseValue = FieldValue.Of(value); }

    internal FieldValue ResponseValue { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(CallbackStep), StepKind.Callback, "callback", Read) { OwnFields = ["intent", "prompt", "target"], CountsAsStep = true };

    private static CallbackStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Intent = fields.RequiredText("intent"u8),
        Prompt = fields.Text("prompt"u8),
        Target = fields.Text("target"u8),
        ResponseValue = fields.Field("response"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Intent), Intent);
        Print(builder, nameof(Target), Target);
        return true;
    }
}
