#pragma warning disable OPENAI001 // the factory that the library offers to tests
using AgentStepLog;
using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

[assembly: LlmUsageFrom(typeof(AgentStepLog.IntegrationTests.Streams.ForeignAnswer<>), InputTokens = "Cost.In", OutputTokens = "Cost.Out")]

namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>A type of somebody else's, as far as the mapping goes.</summary>
public sealed record ForeignAnswer<T>(T Content, Cost? Cost);

public sealed record Cost(int In, long Out);

/// <summary>Says of itself where usage stands.</summary>
[LlmUsageFrom(InputTokens = "Meta.TokensIn", OutputTokens = "Meta.TokensOut", Model = "Meta.Engine", StopReason = "Meta.End")]
public sealed class OwnAnswer
{
    public Meta? Meta { get; init; }

    public string? Id { get; init; }
}

public sealed class Meta
{
    public string? Engine { get; init; }

    public short? TokensIn { get; init; }

    public uint TokensOut { get; init; }

    public DayOfWeek End { get; init; }
}

/// <summary>LLM calls that answer with what providers' libraries have.</summary>
public sealed class Models
{
    [LlmCall]
    public async IAsyncEnumerable<ChatResponseUpdate> UpdatesAsync(IReadOnlyList<ChatResponseUpdate> updates)
    {
        foreach (var update in updates)
        {
            await Task.Delay(1);
            yield return update;
        }
    }

    [LlmCall]
    public Task<ChatResponse> AnswerAsync(IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> messages) => messages.Count > 0 ? Tea() : throw new ArgumentException("No messages.", nameof(messages));

    [LlmCall(Provider = "openai")]
    public async IAsyncEnumerable<StreamingChatCompletionUpdate> CompletionsAsync(string prompt)
    {
        await Task.Yield();
        yield return OpenAIChatModelFactory.StreamingChatCompletionUpdate(completionId: "c-1", model: "gpt-x", contentUpdate: new ChatMessageContent(prompt));
        yield return OpenAIChatModelFactory.StreamingChatCompletionUpdate(completionId: "c-1", model: "gpt-x", finishReason: OpenAI.Chat.ChatFinishReason.Stop);
        yield return OpenAIChatModelFactory.StreamingChatCompletionUpdate(completionId: "c-1", model: "gpt-x", usage: OpenAIChatModelFactory.ChatTokenUsage(
            outputTokenCount: 7, inputTokenCount: 11, totalTokenCount: 18,
            OpenAIChatModelFactory.ChatOutputTokenUsageDetails(reasoningTokenCount: 3),
            OpenAIChatModelFactory.ChatInputTokenUsageDetails(cachedTokenCount: 5)));
    }

    [LlmCall]
    public Task<ChatResponse> AnswerAsync() => Tea();

    private static Task<ChatResponse> Tea() => Task.FromResult(new ChatResponse(new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, "Tea."))
    {
        ModelId = "m-1",
        ResponseId = "r-1",
        FinishReason = Microsoft.Extensions.AI.ChatFinishReason.Length,
        Usage = new() { InputTokenCount = 11, OutputTokenCount = 7, CachedInputTokenCount = 5, ReasoningTokenCount = 3 },
    });

    [LlmCall]
    public Task<ClientResult<ChatCompletion>> CompleteAsync() => Task.FromResult(ClientResult.FromValue(Complete(), new NoResponse()));

    [LlmCall]
    public ChatCompletion Complete() => OpenAIChatModelFactory.ChatCompletion(
        id: "c-1", model: "gpt-x", finishReason: OpenAI.Chat.ChatFinishReason.Stop,
        usage: OpenAIChatModelFactory.ChatTokenUsage(outputTokenCount: 7, inputTokenCount: 11));

    [LlmCall]
    public OwnAnswer Own(Meta? meta) => new() { Meta = meta, Id = "o-1" };

    [LlmCall]
    public ForeignAnswer<string> Foreign() => new("Tea.", new(11, 7));

    [LlmCall]
    [LlmUsageFrom(InputTokens = "Used.Sent", OutputTokens = "Used.Got")]
    public (string Text, (int Sent, int Got) Used) Tuple() => ("Tea.", (11, 7));

    private sealed class NoResponse : PipelineResponse
    {
        public override int Status => 200;

        public override string ReasonPhrase => "OK";

        public override Stream? ContentStream { get; set; }

        public override BinaryData Content => BinaryData.FromString("");

        protected override PipelineResponseHeaders HeadersCore => throw new NotSupportedException();

        public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

        public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);

        public override void Dispose()
        {
        }
    }
}
