using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Guide;

#region README
public sealed partial class RecordedChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    [LlmCall]
    public override partial Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    [LlmCall]
    public override partial IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    private Task<ChatResponse> GetResponseAsyncCore(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetResponseAsync(messages, options, cancellationToken);

    private IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsyncCore(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetStreamingResponseAsync(messages, options, cancellationToken);
}
#endregion
