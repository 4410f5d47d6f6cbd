using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A signed statement of what stands in the log up to here. What it says is believed by nobody who does not verify it.</summary>
public sealed record CheckpointStep : Step
{
    internal CheckpointStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal CheckpointStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Checkpoint;

    /// <summary>How many lines it covers, the header included.</summary>
    public long Size { get; init; }

    /// <summary>The root of the tree of their leaves, in base64.</summary>
    public string Root { get; init; } = "";

    /// <summary>The signed note, whole.</summary>
    public string Note { get; init; } = "";

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
    internal static RecordType Record { get; } = new(typeof(CheckpointStep), StepKind.Checkpoint, "checkpoint", Read)
    {
        OwnFields =
        [
            "size", "root", "note",
        ],
        Role = ChainRole.Appendix,
        IsWritten = false,
    };

    private static CheckpointStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Size = fields.RequiredWhole("size"u8),
        Root = fields.RequiredText("root"u8),
        Note = fields.RequiredText("note"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Size), Size);
        return true;
    }
}
