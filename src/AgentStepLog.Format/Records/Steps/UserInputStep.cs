using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A question to a user, and the user's answer.</summary>
public sealed record UserInputStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public UserInputStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal UserInputStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.UserInput;

    /// <summary>The question to the user; null when the user spoke first.</summary>
    public string? Prompt { get; init; }

    /// <summary>The user's answer; null when there was none.</summary>
    public string? Response { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(UserInputStep), StepKind.UserInput, "user_input", Read) { OwnFields = ["prompt"], CountsAsStep = true };

    private static UserInputStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Prompt = fields.Text("prompt"u8),
        Response = fields.Text("response"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        return true;
    }
}
