using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>What a user was asked, and said.</summary>
public sealed record UserInputStep : HostStep
{
    /// <summary>A record to write; set its properties.</summary>
    public UserInputStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal UserInputStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.UserInput;

    /// <summary>What the user was asked; null when the user spoke first.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the user said; null when no answer came.</summary>
    public string? Response { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
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
