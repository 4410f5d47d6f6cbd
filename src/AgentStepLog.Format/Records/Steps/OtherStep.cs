using System.Text;

namespace AgentStepLog;

/// <summary>
/// A line of a type that this version does not know, or of a known type whose fields have a shape that it does not know.
/// Nothing of it is lost: <see cref="Line"/> is the whole line.
/// </summary>
public sealed record OtherStep : Step
{
    internal OtherStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal OtherStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Other;

    /// <summary>The whole line, as it stands in the log.</summary>
    public JsonText Line { get; init; }

    /// <summary>The call that this is about, where its type is one of a call's.</summary>
    internal string? SpanId { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Type), Type);
        return true;
    }
}
