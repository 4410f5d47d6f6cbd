using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>A model that says what it is told to: one reply for each time it is asked.</summary>
internal sealed class ScriptedChat : IChatClient
{
    private readonly Queue<Func<IReadOnlyList<AIContent>>> _replies = [];

    /// <summary>What it says next, made when it is asked: it knows what its tools answered by then.</summary>
    internal void Say(Func<IReadOnlyList<AIContent>> reply) => _replies.Enqueue(reply);

    internal void Say(params AIContent[] reply) => Say(() => reply);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(Next()) { ModelId = "scripted" });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var reply = Next();
        foreach (var content in reply.Contents)
        {
            if (content is not TextContent text)
            {
                yield return new(reply.Role, [content]) { MessageId = "m" };
                continue;
            }

            // As models do: a few characters at a time, whatever word they belong to.
            foreach (var piece in text.Text.EnumerateRunes().Chunk(5))
            {
                yield return new(reply.Role, string.Concat(piece)) { MessageId = "m" };
            }
        }
    }

    private ChatMessage Next() => new(ChatRole.Assistant, [.. _replies.Dequeue()()]);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
