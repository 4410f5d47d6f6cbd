using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>Records each call of a model, as the guide shows it.</summary>
public sealed partial class RecordedChat(IChatClient inner) : DelegatingChatClient(inner)
{
    [LlmCall]
    public override partial Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    [LlmCall]
    public override partial IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    private Task<ChatResponse> GetResponseAsyncCore(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetResponseAsync(messages, options, cancellationToken);

    private IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsyncCore(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetStreamingResponseAsync(messages, options, cancellationToken);
}
