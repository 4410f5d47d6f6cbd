namespace AgentStepLog;

/// <summary>
/// Marks a method that asks a model, and whose calls are recorded as <c>llm_call</c> steps. Model, provider, tokens, stop
/// reason and response id are read from the returned value where its properties bear the usual names.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class LlmCallAttribute : Attribute
{
    /// <summary>The model's name, recorded when the returned value does not say it. Default: unknown, hence absent.</summary>
    public string? Model { get; set; }

    /// <summary>The provider's name, such as <c>openai</c>, recorded when the returned value does not say it.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// How much of its arguments and its result is recorded, whatever <see cref="StepLogOptions.LlmContent"/> says. Where it is not said,
    /// that holds. <see cref="StepLogOptions.ContentLimit"/> goes before both.
    /// </summary>
    public CaptureMode Capture { get; set; }
}
