using System.Collections.Frozen;

namespace AgentStepLog.Records;

/// <summary>The one list of the types of record.</summary>
internal static class RecordTypes
{
    private static readonly FrozenDictionary<string, RecordType> s_byName;
    private static readonly RecordType[] s_byKind = new RecordType[Enum.GetValues<StepKind>().Length];

    static RecordTypes()
    {
        s_byName = All.ToFrozenDictionary(static type => type.Name, StringComparer.Ordinal);
        foreach (var type in All.Where(static type => type.Kind != StepKind.Other))
        {
            s_byKind[(int)type.Kind] = type;
        }
    }

    /// <summary>The type that the format reserves for signed checkpoints. Nothing writes it yet, and its lines are read as those of a later version are.</summary>
    private static RecordType Checkpoint { get; } = new(typeof(OtherStep), StepKind.Other, "checkpoint", static (_, envelope) => envelope)
    {
        OwnFields = ["size", "root", "note"], Role = ChainRole.Appendix, IsWritten = false,
    };

    /// <summary>All of them, those first of which a log has the most lines.</summary>
    public static RecordType[] All { get; } =
    [
        ToolCallStep.Record, LlmCallStep.Record, IntentStep.Record, AgentCallStep.Record, EventStep.Record,
        PlanStep.Record, DecisionStep.Record, CallbackStep.Record, SkillInvocationStep.Record,
        UserInputStep.Record, UserOutputStep.Record, PermissionRequestStep.Record, MemoryOperationStep.Record,
        RunStartStep.Record, RunEndStep.Record, GapStep.Record, RecoveryStep.Record, Checkpoint,
    ];

    /// <summary>The type of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none: <see cref="StepKind.Other"/> is no type.</exception>
    public static RecordType Of(StepKind kind) =>
        (uint)kind < (uint)s_byKind.Length && s_byKind[(int)kind] is { } type ? type : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No record is of this kind.");

    /// <summary>The type of a name; null of one that this version does not know.</summary>
    public static RecordType? Named(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The type that a line's field names, however it is escaped; null of one that this version does not know.</summary>
    public static RecordType? Of(LineFields fields, int index)
    {
        foreach (var type in All)
        {
            if (fields.TextIs(index, type.Utf8))
            {
                return type;
            }
        }

        return null;
    }
}
