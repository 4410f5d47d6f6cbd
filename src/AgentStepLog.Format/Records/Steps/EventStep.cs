using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An event that is worth recording and is no call.</summary>
public sealed record EventStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public EventStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal EventStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.Event;

    /// <summary>The event's name.</summary>
    public required string Name { get; init; }

    /// <summary>The event's data; absent when it has none. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Data { get => DataValue.Of(this, nameof(Data)); init => DataValue = FieldValue.Of(value); }

    internal FieldValue DataValue { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(EventStep), StepKind.Event, "event", Read) { OwnFields = ["name"], CountsAsStep = true };

    private static EventStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Name = fields.RequiredText("name"u8),
        DataValue = fields.Field("data"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Name), Name);
        return true;
    }
}
