using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A tool call that ended. Typed steps derive from it.</summary>
public record ToolCallStep : CallStep
{
    internal ToolCallStep()
    {
    }

    /// <summary>Makes a step with the common fields of another call.</summary>
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

    /// <summary>The number of this attempt of the call, from 1, as given to <c>CallAttempt.Start</c>; null where that was not called.</summary>
    public long? Attempt { get; init; }

    /// <summary>
    /// Pointers, such as <c>/input/days</c>, to the arguments whose JSON type differed from the schema, and that were converted to the type that was
    /// meant (<c>ToolTableOptions.Lenient</c>). The first 100.
    /// </summary>
    public IReadOnlyList<string> Coerced { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
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
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder); // without this override the compiler prints all members

    private protected override void PrintName(StringBuilder builder) => Print(builder, nameof(Tool), Tool);
}
