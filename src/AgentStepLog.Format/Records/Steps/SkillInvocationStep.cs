using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A skill that an agent took up.</summary>
public sealed record SkillInvocationStep : HostStep
{
    /// <summary>A record to write; set its properties.</summary>
    public SkillInvocationStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal SkillInvocationStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.SkillInvocation;

    /// <summary>Its name.</summary>
    public required string Skill { get; init; }

    /// <summary>With what it was invoked; absent when there is nothing. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Parameters { get => ParametersValue.Of(this, nameof(Parameters)); init => ParametersValue = FieldValue.Of(value); }

    /// <summary>Paths of the files that belong to the skill; never what stands in them.</summary>
    public IReadOnlyList<string> Inventory { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    internal FieldValue ParametersValue { get; init; }

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
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
