namespace AgentStepLog;

/// <summary>
/// Marks a method that runs an agent, managed by another agent or on its own. Each call is recorded as an <c>agent_call</c> step. An <c>intent</c> announces the call
/// before it runs. Steps recorded inside the call are its children.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AgentRunAttribute : Attribute
{
    /// <summary>The agent's name in the log. Default: the name of the containing type.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// How much of the arguments and the result is recorded. Default: what <see cref="StepLogOptions.ToolContent"/> of the log says. A value set here goes before that
    /// option. <see cref="StepLogOptions.ContentLimit"/> limits both.
    /// </summary>
    public CaptureMode Capture { get; set; }
}
