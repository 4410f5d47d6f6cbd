namespace AgentStepLog;

/// <summary>What the caller of a tool table says of one call, beside the model's arguments.</summary>
public sealed record ToolCallOptions
{
    /// <summary>The id that the model gave its call; null when it gave none.</summary>
    public string? CallId { get; init; }

    /// <summary>
    /// Where the tool's services come from: parameters of type <see cref="IServiceProvider"/>, and those marked <c>[FromServices]</c> or
    /// <c>[FromKeyedServices]</c>. Null: there are none, and a tool that needs one fails.
    /// </summary>
    public IServiceProvider? Services { get; init; }

    internal static ToolCallOptions None { get; } = new();

    internal static ToolCallOptions Of(string? callId) => callId is null ? None : new() { CallId = callId };
}
