using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Messages;

/// <summary>Calls of a model that take and give what Microsoft.Extensions.AI has.</summary>
public sealed class Chat
{
    [LlmCall]
    public Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse([.. messages]));

    [LlmCall]
    public ChatResponse Answer(string question, ChatResponse answer) => question.Length > 0 ? answer : throw new ArgumentException("No question.", nameof(question));

    [LlmCall]
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(ChatResponseUpdate[] updates, ChatOptions? options = null)
    {
        foreach (var update in updates)
        {
            await Task.Yield();
            yield return update;
        }
    }

    [AgentTool]
    public AIContent Content(AIContent content) => content;

    [AgentTool]
    public IList<ChatMessage> History(ChatMessage[] messages) => messages;

    [AgentTool]
    public T Given<T>(T value, object? other) => other is null ? value : value;

    [AgentTool]
    public ChatRole Role(ChatRole role, ChatFinishReason? reason, UsageDetails? usage) => usage is null && reason is null ? role : ChatRole.Tool;

    [AgentTool]
    public Turn Turn(Turn turn) => turn;

    [AgentTool]
    public OwnMessage Own(OwnMessage message) => message;

    [LlmCall]
    public ChatResponse Offer(IList<AITool> tools, string question) => new(new ChatMessage(ChatRole.Assistant, question + tools.Count));

    [LlmCall]
    public ChatResponse OfferFunctions(AIFunction[] functions, OwnOptions? options) => new(new ChatMessage(ChatRole.Assistant, functions.Length + (options?.Secret ?? "")));

    [LlmCall]
    public ChatResponse OfferLazily(IEnumerable<AITool> tools) => new(new ChatMessage(ChatRole.Assistant, string.Join(",", tools.Select(static t => t.Name))));
}

/// <summary>A type of the user's that holds messages.</summary>
/// <param name="Message">The message.</param>
/// <param name="Others">Others, by name.</param>
/// <param name="Key">Withheld.</param>
public sealed record Turn(ChatMessage? Message, Dictionary<string, AIContent> Others, [Sensitive("api-key")] string Key);

/// <summary>A message of the user's own.</summary>
public sealed class OwnMessage : ChatMessage
{
    public OwnMessage(string text)
        : base(ChatRole.User, text)
    {
    }

    public int Number { get; init; }

    [Sensitive("api-key")]
    public string? Key { get; init; }
}

/// <summary>Options of the user's own.</summary>
public sealed class OwnOptions : ChatOptions
{
    [Sensitive]
    public string? Secret { get; init; }
}
