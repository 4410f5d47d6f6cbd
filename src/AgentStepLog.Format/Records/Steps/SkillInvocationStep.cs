using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A skill that an agent started to use.</summary>
public sealed record SkillInvocationStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public SkillInvocationStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal SkillInvocationStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.SkillInvocation;

    /// <summary>The skill's name.</summary>
    public required string Skill { get; init; }

    /// <summary>The arguments of the skill; absent when there are none. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Parameters { get => ParametersValue.Of(this, nameof(Parameters)); init => ParametersValue = FieldValue.Of(value); }

    /// <summary>The paths of the files that belong to the skill, without their content.</summary>
    public IReadOnlyList<string> Inventory { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    internal FieldValue ParametersValue { get; init; }

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(SkillInvocationStep), StepKind.SkillInvocation, "skill_invocation", Read) { OwnFields = ["skill", "inventory"], CountsAsStep = true };

    private static SkillInvocationStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Skill = fields.RequiredText("skill"u8),
        ParametersValue = fields.Field("parameters"u8),
        Inventory = fields.Texts("inventory"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Skill), Skill);
        return true;
    }
}
