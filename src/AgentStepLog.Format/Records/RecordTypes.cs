using System.Collections.Frozen;

namespace AgentStepLog.Records;

/// <summary>The list of all types of record.</summary>
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

    /// <summary>The type that the format reserves for signed checkpoints. Nothing writes it yet, and its lines are read like lines of a later version.</summary>
    private static RecordType Checkpoint { get; } = new(typeof(OtherStep), StepKind.Other, "checkpoint", static (_, envelope) => envelope)
    {
        OwnFields = ["size", "root", "note"], Role = ChainRole.Appendix, IsWritten = false,
    };

    /// <summary>All types. Those with the most lines in a log come first.</summary>
    public static RecordType[] All { get; } =
    [
        ToolCallStep.Record, LlmCallStep.Record, IntentStep.Record, AgentCallStep.Record, EventStep.Record,
        PlanStep.Record, DecisionStep.Record, CallbackStep.Record, SkillInvocationStep.Record,
        UserInputStep.Record, UserOutputStep.Record, PermissionRequestStep.Record, MemoryOperationStep.Record,
        RunStartStep.Record, RunEndStep.Record, GapStep.Record, RecoveryStep.Record, Checkpoint,
    ];

    /// <summary>The type of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind has no type, as <see cref="StepKind.Other"/> has none.</exception>
    public static RecordType Of(StepKind kind) =>
        (uint)kind < (uint)s_byKind.Length && s_byKind[(int)kind] is { } type ? type : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No record is of this kind.");

    /// <summary>The type with a name; null for a name that this version does not know.</summary>
    public static RecordType? Named(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The type that a line's field names, even if it is escaped; null for one that this version does not know.</summary>
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
