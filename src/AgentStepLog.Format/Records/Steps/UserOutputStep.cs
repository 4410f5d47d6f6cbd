using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An output that a user was shown.</summary>
public sealed record UserOutputStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public UserOutputStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal UserOutputStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.UserOutput;

    /// <summary>The role of the speaker, such as <c>assistant</c>; null when unknown.</summary>
    public string? Role { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(UserOutputStep), StepKind.UserOutput, "user_output", Read) { OwnFields = ["role", "text"], CountsAsStep = true };

    private static UserOutputStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Role = fields.Text("role"u8),
        Text = fields.RequiredText("text"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Role), Role);
        return true;
    }
}
