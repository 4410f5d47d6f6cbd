using System.Text;

namespace AgentStepLog;

/// <summary>
/// A line of a type that this version does not know, or of a known type whose fields have a shape that it does not know.
/// <see cref="Line"/> is the whole line, so that nothing of it is lost.
/// </summary>
public sealed record OtherStep : Step
{
    internal OtherStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal OtherStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Other;

    /// <summary>The whole line, as it is in the log.</summary>
    public JsonText Line { get; init; }

    /// <summary>The span of the call that the line is about, where its type is that of a call.</summary>
    internal string? SpanId { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Type), Type);
        return true;
    }
}
