using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>What a user was shown.</summary>
public sealed record UserOutputStep : HostStep
{
    /// <summary>A record to write; set its properties.</summary>
    public UserOutputStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal UserOutputStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.UserOutput;

    /// <summary>As whom it was said, such as <c>assistant</c>; null when unknown.</summary>
    public string? Role { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
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
