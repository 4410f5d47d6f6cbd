namespace AgentStepLog;

/// <summary>
/// Marks a method that runs an agent, managed by another or on its own. Its calls are recorded as <c>agent_call</c> steps,
/// announced by an <c>intent</c> before they run, and the steps made inside are their children.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AgentRunAttribute : Attribute
{
    /// <summary>The agent's name in the log. Default: the name of the containing type.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// How much of its arguments and its result is recorded, whatever <see cref="StepLogOptions.ToolContent"/> says. Where it is not said,
    /// that holds. <see cref="StepLogOptions.ContentLimit"/> goes before both.
    /// </summary>
    public CaptureMode Capture { get; set; }
}
