using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

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

    /// <summary>
    /// Not to be used: it only makes a token the better meaning of <c>default</c>, so that <c>InvokeAsync(json, default)</c> is no ambiguous call.
    /// </summary>
    /// <param name="cancellationToken">Has a place of its own.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("A CancellationToken is no ToolCallOptions: give it in its own place.", error: true)]
    [SuppressMessage("Usage", "CA2225", Justification = "Nobody is to convert.")]
    public static implicit operator ToolCallOptions(CancellationToken cancellationToken) => throw new NotSupportedException();

    internal static ToolCallOptions None { get; } = new();

    internal static ToolCallOptions Of(string? callId) => callId is null ? None : new() { CallId = callId };
}
