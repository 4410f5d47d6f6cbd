using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Guide;

#region README
public sealed class RecordedChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        AskAsync(List(messages), options, cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        AskStreamingAsync(List(messages), options, cancellationToken);

    [LlmCall]
    private Task<ChatResponse> AskAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetResponseAsync(messages, options, cancellationToken);

    [LlmCall]
    private IAsyncEnumerable<ChatResponseUpdate> AskStreamingAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetStreamingResponseAsync(messages, options, cancellationToken);

    // A lazy sequence, such as messages.Select(…), would stand in the log as "[not enumerated]".
    private static IReadOnlyList<ChatMessage> List(IEnumerable<ChatMessage> messages) =>
        messages as IReadOnlyList<ChatMessage> ?? [.. messages];
}
#endregion
