using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A fragment of a line that a crash had left, and that was taken out of the log.</summary>
public sealed record RecoveryStep : Step
{
    internal RecoveryStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal RecoveryStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Recovery;

    /// <summary>Where it stood in the file, in bytes.</summary>
    public long Offset { get; init; }

    /// <summary>How long it is, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Its SHA-256 as 64 hex digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
    internal static RecordType Record { get; } = new(typeof(RecoveryStep), StepKind.Recovery, "recovery", Read) { OwnFields = ["offset", "length", "sha256"], Role = ChainRole.Appendix };

    private static RecoveryStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Offset = fields.RequiredWhole("offset"u8),
        Length = fields.RequiredWhole("length"u8),
        Sha256 = fields.RequiredText("sha256"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Offset), Offset);
        Print(builder, nameof(Length), Length);
        return true;
    }
}
