using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A client that cannot be annotated is recorded by a recorded client around it, and not by itself.</summary>
public sealed class RecordedChatClientTests
{
    [Fact]
    public async Task A_bare_client_leaves_no_record_and_one_within_a_recorded_client_leaves_one_for_each_call()
    {
        using var log = StepLog.InMemory();
        using IChatClient bare = new Parrot();
        using IChatClient recorded = new RecordedChatClient(bare);

        await bare.GetResponseAsync("tea", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(log.Steps.OfType<LlmCallStep>());

        Assert.Equal("tea", (await recorded.GetResponseAsync("tea", cancellationToken: TestContext.Current.CancellationToken)).Text);
        var text = "";
        await foreach (var update in recorded.GetStreamingResponseAsync("four teas", cancellationToken: TestContext.Current.CancellationToken))
        {
            text += update.Text;
        }

        Assert.Equal("four teas", text);
        var calls = log.Steps.OfType<LlmCallStep>().ToList();
        Assert.Equal([("parrot-1", 3L, null), ("parrot-1", 9L, 1L)], calls.Select(c => (c.Model, c.OutputTokens!.Value, c.Items)));
    }

    [Fact]
    public async Task Messages_that_are_given_as_a_lazy_sequence_are_recorded()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        using var recorded = new RecordedChatClient(new Parrot());

        string[] words = ["one tea", "two teas"];
        await recorded.GetResponseAsync(words.Select(word => new ChatMessage(ChatRole.User, word)), cancellationToken: TestContext.Current.CancellationToken);
        await foreach (var _ in recorded.GetStreamingResponseAsync(words.Select(word => new ChatMessage(ChatRole.User, word)), cancellationToken: TestContext.Current.CancellationToken))
        {
        }

        Assert.All(log.Steps.OfType<LlmCallStep>(), call => Assert.Contains("two teas", call.InputJson.ToString(), StringComparison.Ordinal));
    }

    private sealed class Parrot : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var text = messages.Last().Text;
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { ModelId = "parrot-1", Usage = new() { OutputTokenCount = text.Length } });
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            var text = messages.Last().Text;
            yield return new(ChatRole.Assistant, [new TextContent(text), new UsageContent(new() { OutputTokenCount = text.Length })]) { ModelId = "parrot-1" };
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
