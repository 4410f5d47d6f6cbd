using System.Text;

namespace AgentStepLog.Records;

/// <summary>The fields that calls of all kinds have, while a line is read.</summary>
/// <remarks>
/// Constructors pass a line's fields on to a step. <c>with</c> on a base type would be shorter, but a program that was compiled
/// ahead of time for .NET 8 crashes there: its compiler leaves out the virtual copy of a derived record.
/// </remarks>
internal sealed record CommonCall : CallStep
{
    public CommonCall(Step envelope)
        : base(envelope)
    {
    }

    public override StepKind Kind => StepKind.Other;

    private protected override void PrintName(StringBuilder builder)
    {
        // It has no record type: only steps of a kind leave the reader.
    }
}
