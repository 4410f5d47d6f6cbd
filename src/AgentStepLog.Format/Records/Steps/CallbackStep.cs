using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An agent that asked back, and what it was told.</summary>
public sealed record CallbackStep : HostStep
{
    /// <summary>A record to write; set its properties.</summary>
    public CallbackStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal CallbackStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Callback;

    /// <summary>What it is to bring about, such as <c>clarify</c>.</summary>
    public required string Intent { get; init; }

    /// <summary>What was asked; null when unknown.</summary>
    public string? Prompt { get; init; }

    /// <summary>Who was asked, such as <c>user</c> or an agent's name; null when unknown.</summary>
    public string? Target { get; init; }

    /// <summary>What came back; absent when nothing did. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Response { get => ResponseValue.Of(this, nameof(Response)); init => ResponseValue = FieldValue.Of(value); }

    internal FieldValue ResponseValue { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
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
