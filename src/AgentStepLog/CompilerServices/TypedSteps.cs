using System.ComponentModel;

namespace AgentStepLog.CompilerServices;

/// <summary>The types of a generated log's steps, by the called method. Generated code fills it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypedSteps : StepTypes
{
    private readonly Dictionary<(StepKind Kind, string Method), List<Func<CallStep, StepValues, CallStep>>> _factories = [];

    /// <summary>
    /// Adds the type of a tool method's steps. Overloads share a name: of those that fit the recorded values, the one that reads the most values is used.
    /// </summary>
    /// <param name="method">The method's full name, as <see cref="CallStep.Method"/> has it.</param>
    /// <param name="factory">Makes the typed step from the untyped one.</param>
    public TypedSteps Tool(string method, Func<ToolCallStep, StepValues, ToolCallStep> factory) =>
        Add(StepKind.ToolCall, method, (step, values) => factory((ToolCallStep)step, values));

    /// <summary>Adds the type of the steps of a method that calls a model.</summary>
    /// <inheritdoc cref="Tool"/>
    public TypedSteps Llm(string method, Func<LlmCallStep, StepValues, LlmCallStep> factory) =>
        Add(StepKind.LlmCall, method, (step, values) => factory((LlmCallStep)step, values));

    /// <summary>Adds the type of the steps of a method that runs an agent.</summary>
    /// <inheritdoc cref="Tool"/>
    public TypedSteps Agent(string method, Func<AgentCallStep, StepValues, AgentCallStep> factory) =>
        Add(StepKind.AgentCall, method, (step, values) => factory((AgentCallStep)step, values));

    internal override CallStep Typed(CallStep step) =>
        step.Method is { } method && _factories.TryGetValue((step.Kind, method), out var factories)
            ? StepValues.Read(step, factories)
            : step;

    private TypedSteps Add(StepKind kind, string method, Func<CallStep, StepValues, CallStep> factory)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (!_factories.TryGetValue((kind, method), out var factories))
        {
            _factories.Add((kind, method), factories = []);
        }

        factories.Add(factory);
        return this;
    }
}
