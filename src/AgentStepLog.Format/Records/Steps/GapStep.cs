using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A gap: it says how many records were lost, and why. It is written once writing works again.</summary>
public sealed record GapStep : Step
{
    internal GapStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal GapStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Gap;

    /// <summary>How many records were lost.</summary>
    public long Lost { get; init; }

    /// <summary>When the first record was lost; null when unknown.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When the last record was lost; null when unknown.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Why they were lost; null when unknown.</summary>
    public string? Reason { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(GapStep), StepKind.Gap, "gap", Read) { OwnFields = ["lost", "from_ts", "to_ts", "reason"] };

    private static GapStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Lost = fields.RequiredWhole("lost"u8),
        From = fields.UnixTime("from_ts"u8),
        To = fields.UnixTime("to_ts"u8),
        Reason = fields.Text("reason"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Lost), Lost);
        Print(builder, nameof(Reason), Reason);
        return true;
    }
}
