namespace AgentStepLog;

/// <summary>
/// Marks a method that asks a model. Its calls are recorded as <c>llm_call</c> steps. The model, provider, tokens, stop reason and response id are read from the
/// returned value where its properties have the usual names.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class LlmCallAttribute : Attribute
{
    /// <summary>The model's name, recorded where the returned value has none. Default: unknown, and absent from the log.</summary>
    public string? Model { get; set; }

    /// <summary>The provider's name, such as <c>openai</c>, recorded where the returned value has none. Default: unknown, and absent from the log.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// How much of the arguments and the result is recorded. Default: what <see cref="StepLogOptions.LlmContent"/> of the log says. A value set here goes before that
    /// option. <see cref="StepLogOptions.ContentLimit"/> limits both.
    /// </summary>
    public CaptureMode Capture { get; set; }
}
