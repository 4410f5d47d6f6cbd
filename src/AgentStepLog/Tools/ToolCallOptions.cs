namespace AgentStepLog;

/// <summary>The caller's options for one call through a tool table, beside the model's arguments.</summary>
public sealed class ToolCallOptions
{
    /// <summary>The id that the model gave to its call; null if it gave none.</summary>
    public string? CallId { get; set; }

    /// <summary>
    /// The provider of the tool's services. It fills parameters of type <see cref="IServiceProvider"/>, and those marked <c>[FromServices]</c> or
    /// <c>[FromKeyedServices]</c>. Null means that there are no services, and a tool that needs one fails.
    /// </summary>
    public IServiceProvider? Services { get; set; }
}
