using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An incomplete last line that a crash left, and that was taken out of the file.</summary>
public sealed record RecoveryStep : Step
{
    internal RecoveryStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal RecoveryStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Recovery;

    /// <summary>The place of the incomplete line in the file, in bytes.</summary>
    public long Offset { get; init; }

    /// <summary>The length of the incomplete line, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The SHA-256 of the incomplete line as 64 hex digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
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
