using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A call of a tool that ended. Typed steps derive from it.</summary>
public record ToolCallStep : CallStep
{
    internal ToolCallStep()
    {
    }

    /// <summary>A step with what another call has in common with it.</summary>
    internal ToolCallStep(CallStep common)
        : base(common)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.ToolCall;

    /// <summary>The tool's name, as the model sees it.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The id that the model gave its call; null when unknown.</summary>
    public string? CallId { get; init; }

    /// <summary>Which attempt of the same call this was, from 1, as <c>StepLog.Attempt</c> said; null when it was not called.</summary>
    public long? Attempt { get; init; }

    /// <summary>
    /// Pointers such as <c>/input/days</c> of the arguments that were not of the JSON type that the schema asks for, and were read as what was
    /// meant (<c>ToolTableOptions.Lenient</c>); the first 100.
    /// </summary>
    public IReadOnlyList<string> Coerced { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
    internal static RecordType Record { get; } = new(typeof(ToolCallStep), StepKind.ToolCall, "tool_call", Read)
    {
        OwnFields =
        [
            .. CallFields.Own, "tool",
        ],
        Role = ChainRole.Outcome,
        CountsAsStep = true,
    };

    private static ToolCallStep Read(LineFields fields, Step envelope) => new(CallFields.Common(fields, envelope))
    {
        Tool = fields.RequiredText("tool"u8),
        CallId = fields.Text("call_id"u8),
        Attempt = fields.Whole("attempt"u8),
        Coerced = fields.Texts("coerced"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder); // else the compiler prints all of them

    private protected override void PrintName(StringBuilder builder) => Print(builder, nameof(Tool), Tool);
}
