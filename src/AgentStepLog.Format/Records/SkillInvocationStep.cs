using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A skill that an agent took up.</summary>
public sealed record SkillInvocationStep : Step
{
    internal SkillInvocationStep()
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
    public string Skill { get; init; } = "";

    /// <summary>With what it was invoked; absent when there is nothing. Blobs as in <see cref="CallStep.InputJson"/>.</summary>
    public JsonText Parameters { get => ParametersPayload.Of(this, nameof(Parameters)); init => ParametersPayload = Payload.Of(value); }

    /// <summary>Paths of the files that belong to the skill; never what stands in them.</summary>
    public IReadOnlyList<string> Inventory { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    internal Payload ParametersPayload { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Skill), Skill);
        return true;
    }
}
