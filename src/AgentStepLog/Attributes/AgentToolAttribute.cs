namespace AgentStepLog;

/// <summary>
/// Marks a method that a model may call, and whose calls are recorded as <c>tool_call</c> steps. The compiler wires both:
/// direct calls in C# leave a step, and the containing type gets a tool table (<c>instance.AgentTools()</c>).
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
    /// What the model is told of the tool. Default: <c>[Description]</c> on the method, else its XML <c>summary</c>.
    /// </summary>
    public string? Description { get; set; }

    /// <summary>What a call changes outside of the process. Default: <see cref="ToolEffect.Unspecified"/>. Stands in the build's manifest.</summary>
    public ToolEffect Effect { get; set; }

    /// <summary>
    /// How much of its arguments and its result is recorded, whatever <see cref="StepLogOptions.ToolContent"/> says. Where it is not said,
    /// that holds. <see cref="StepLogOptions.ContentLimit"/> goes before both.
    /// </summary>
    public CaptureMode Capture { get; set; }

    /// <summary>
    /// What a call does while the log cannot be written. Default: what <see cref="StepLogOptions.OnLogFailure"/> of the log says. Stands in the
    /// build's manifest.
    /// </summary>
    public LogFailurePolicy OnLogFailure { get; set; }
}
