using System.ComponentModel;

namespace AgentStepLog.CompilerServices;

/// <summary>The types of a generated log's steps, by the method that was called. Generated code fills it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypedSteps : StepTypes
{
    private readonly Dictionary<(StepKind Kind, string Method), List<Func<CallStep, StepValues, CallStep>>> _factories = [];

    /// <summary>
    /// Steps of this tool method. Overloads share its name: of those that fit the recorded values, the one that accounts for
    /// most of them stands.
    /// </summary>
    /// <param name="method">Its full name, as <see cref="CallStep.Method"/> has it.</param>
    /// <param name="factory">Makes the typed step from the untyped one.</param>
    public TypedSteps Tool(string method, Func<ToolCallStep, StepValues, ToolCallStep> factory) =>
        Add(StepKind.ToolCall, method, (step, values) => factory((ToolCallStep)step, values));

    /// <summary>Steps of this method that calls a model.</summary>
    /// <inheritdoc cref="Tool"/>
    public TypedSteps Llm(string method, Func<LlmCallStep, StepValues, LlmCallStep> factory) =>
        Add(StepKind.LlmCall, method, (step, values) => factory((LlmCallStep)step, values));

    /// <summary>Steps of this method that runs an agent.</summary>
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
