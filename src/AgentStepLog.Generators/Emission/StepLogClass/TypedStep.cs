using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>The typed step of one recorded method.</summary>
/// <param name="Name">The type's name in the log class: <c>GetWeatherStep</c>.</param>
/// <param name="Output">The property for the returned value; null where there is none, or none that can be read from the log.</param>
internal sealed record TypedStep(string Name, MethodModel Method, EquatableArray<TypedProperty> Inputs, TypedProperty? Output)
{
    /// <summary><c>ToolCallStep</c>, <c>LlmCallStep</c>, <c>AgentCallStep</c>.</summary>
    public string Base => Method.Kind + "CallStep";
}

/// <param name="Name">The property's name.</param>
/// <param name="Parameter">The parameter's name, as the log has it; empty for the output.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Read">A delegate that reads the value.</param>
/// <param name="IsPublic">Whether a public property may have this type.</param>
/// <param name="MayBeAbsent">Whether the step is typed even where the log does not have the value.</param>
/// <param name="WasLeftOutWhenNull">Whether the argument was null where the log has the other arguments and not this one.</param>
internal sealed record TypedProperty(
    string Name, string Parameter, string Type, string Read, bool IsPublic, string? Description, bool MayBeAbsent, bool WasLeftOutWhenNull = false);
