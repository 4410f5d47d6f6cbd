namespace AgentStepLog;

/// <summary>
/// Marks a method that a model may call. Its calls are recorded as <c>tool_call</c> steps. The compiler makes direct calls in C# record a step, and gives the
/// containing type a tool table (<c>instance.AgentTools()</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AgentToolAttribute : Attribute
{
    /// <summary>
    /// The name that the model sees. Default: the method's name, without <c>Async</c> when it is asynchronous, as
    /// Microsoft.Extensions.AI derives it.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The description of the tool that the model sees. Default: <c>[Description]</c> on the method, else its XML <c>summary</c>.
    /// </summary>
    public string? Description { get; set; }

    /// <summary>What a call changes outside of the process. Default: <see cref="ToolEffect.Unspecified"/>. The build's manifest contains it.</summary>
    public ToolEffect Effect { get; set; }

    /// <summary>
    /// How much of the arguments and the result is recorded. Default: what <see cref="StepLogOptions.ToolContent"/> of the log says. A value set here goes before that
    /// option. <see cref="StepLogOptions.ContentLimit"/> limits both.
    /// </summary>
    public CaptureMode Capture { get; set; }

    /// <summary>
    /// What a call does while the log cannot be written. Default: what <see cref="StepLogOptions.OnLogFailure"/> of the log says. The build's manifest contains it.
    /// </summary>
    public LogFailurePolicy OnLogFailure { get; set; }
}
