using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>Lines that could not be written, told once writing worked again.</summary>
public sealed record GapStep : Step
{
    internal GapStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal GapStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Gap;

    /// <summary>How many lines were lost.</summary>
    public long Lost { get; init; }

    /// <summary>When the first one was lost; null when unknown.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When the last one was lost; null when unknown.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Why; null when unknown.</summary>
    public string? Reason { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
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
