namespace AgentStepLog;

/// <summary>What the caller of a tool table says of one call, beside the model's arguments.</summary>
public sealed class ToolCallOptions
{
    /// <summary>The id that the model gave its call; null when it gave none.</summary>
    public string? CallId { get; set; }

    /// <summary>
    /// Where the tool's services come from: parameters of type <see cref="IServiceProvider"/>, and those marked <c>[FromServices]</c> or
    /// <c>[FromKeyedServices]</c>. Null: there are none, and a tool that needs one fails.
    /// </summary>
    public IServiceProvider? Services { get; set; }
}
