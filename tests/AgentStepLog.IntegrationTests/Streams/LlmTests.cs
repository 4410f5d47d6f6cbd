using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>What providers' libraries say of a call stands in its step, streamed or not.</summary>
public sealed class LlmTests
{
    [Fact]
    public async Task Streamed_updates_leave_one_step_with_the_usage_that_their_library_sums_up()
    {
        using var log = StepLog.InMemory();
        ChatResponseUpdate[] updates =
        [
            new(ChatRole.Assistant, "Four ") { ModelId = "m-1", ResponseId = "r-1" },
            new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 11, OutputTokenCount = 1, CachedInputTokenCount = 5 })]),
            new(ChatRole.Assistant, "teas.") { FinishReason = ChatFinishReason.Stop },
            new(ChatRole.Assistant, [new TextContent(""), new UsageContent(new() { OutputTokenCount = 6, ReasoningTokenCount = 3 })]),
        ];

        var seen = new List<ChatResponseUpdate>();
        await foreach (var update in new Models().UpdatesAsync(updates))
        {
            seen.Add(update);
        }

        var step = Only(log);
        var usage = seen.ToChatResponse().Usage!;
        Assert.Equal((usage.InputTokenCount, usage.OutputTokenCount), (step.InputTokens, step.OutputTokens));
        Assert.Equal((11L, 7L, 5L, 3L), (step.InputTokens, step.OutputTokens, step.CachedTokens, step.ReasoningTokens));
        Assert.Equal(("m-1", "r-1", "stop", 4L), (step.Model, step.ResponseId, step.StopReason, step.Items));
        Assert.InRange(step.FirstToken!.Value, TimeSpan.FromTicks(1), step.Duration);
        Assert.Null(step.FirstItem);
        Assert.True(step.OutputJson.IsAbsent);
        Assert.True(step.InputJson.IsAbsent);
        Assert.Equal((11, 7), (log.Summarize().InputTokens, log.Summarize().OutputTokens));
    }

    [Fact]
    public async Task Messages_of_a_stream_are_recorded_if_the_log_wants_them()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        await foreach (var update in new Models().UpdatesAsync([new(ChatRole.Assistant, "tea"), new(ChatRole.Assistant, [new UsageContent(new() { OutputTokenCount = 1 })])]))
        {
        }

        var updates = Only(log).OutputJson.ToElement();
        Assert.Equal("assistant", updates[0].GetProperty("role").GetString());
        Assert.Equal(("text", "tea"), Content(updates[0]));
        Assert.Equal(1, updates[1].GetProperty("contents")[0].GetProperty("details").GetProperty("outputTokenCount").GetInt32());
    }

    [Fact]
    public async Task Messages_have_their_text_and_calls_of_functions_their_arguments()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        ChatMessage[] asked =
        [
            new(ChatRole.System, "Be brief."),
            new(ChatRole.Assistant, [new FunctionCallContent("call-1", "Place", new Dictionary<string, object?> { ["article"] = "tea", ["pieces"] = 4 })]),
            new(ChatRole.Tool, [new FunctionResultContent("call-1", "10.00"), new DataContent("data:text/plain;base64,dGVh"), new ErrorContent("Out of milk.")]),
        ];
        await new Models().AnswerAsync(asked);

        var step = Only(log);
        Assert.Equal(("text", "Tea."), Content(step.OutputJson.ToElement().GetProperty("messages")[0]));
        var messages = step.InputJson.ToElement().GetProperty("messages");
        Assert.Equal(("text", "Be brief."), Content(messages[0]));
        var call = messages[1].GetProperty("contents")[0];
        Assert.Equal(("functionCall", "call-1", "Place"), (call.GetProperty("$type").GetString(), call.GetProperty("callId").GetString(), call.GetProperty("name").GetString()));
        Assert.Equal("""{"article":"tea","pieces":4}""", call.GetProperty("arguments").GetRawText());
        var contents = messages[2].GetProperty("contents");
        Assert.Equal(("call-1", "10.00"), (contents[0].GetProperty("callId").GetString(), contents[0].GetProperty("result").GetString()));
        Assert.Equal("data:text/plain;base64,dGVh", contents[1].GetProperty("uri").GetString());
        Assert.Equal("Out of milk.", contents[2].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Completions_have_their_text()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        await foreach (var update in new Models().CompletionsAsync("tea"))
        {
        }

        Assert.Equal("tea", Only(log).OutputJson.ToElement()[0].GetProperty("contentUpdate")[0].GetProperty("text").GetString());
        Assert.Equal("""{"prompt":"tea"}""", Only(log).InputJson.ToString());
    }

    [Theory]
    [InlineData(CaptureMode.None)]
    [InlineData(CaptureMode.Hash)]
    public async Task Nothing_of_a_message_is_in_a_log_that_does_not_want_it(CaptureMode mode)
    {
        using var log = StepLog.InMemory(new() { LlmContent = mode });
        await foreach (var update in new Models().UpdatesAsync([new(ChatRole.Assistant, "Nazaré")]))
        {
        }

        await new Models().AnswerAsync([new(ChatRole.User, "Nazaré")]);
        Assert.Equal(2, log.Steps.OfType<LlmCallStep>().Count());
        Assert.DoesNotContain("Nazar", System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streamed_completions_say_their_usage_in_the_last_update()
    {
        using var log = StepLog.InMemory();
        await foreach (var update in new Models().CompletionsAsync("tea"))
        {
        }

        var step = Only(log);
        Assert.Equal((11L, 7L, 5L, 3L), (step.InputTokens, step.OutputTokens, step.CachedTokens, step.ReasoningTokens));
        Assert.Equal(("gpt-x", "openai", "Stop", "c-1"), (step.Model, step.Provider, step.StopReason, step.ResponseId));
    }

    [Fact]
    public async Task Answers_in_one_piece_say_it_too()
    {
        using var log = StepLog.InMemory();
        var models = new Models();

        await models.AnswerAsync();
        await models.CompleteAsync();
        models.Complete();

        var steps = log.Steps.OfType<LlmCallStep>().ToList();
        Assert.Equal(("m-1", "r-1", "length", 11L, 7L, 5L, 3L), (steps[0].Model, steps[0].ResponseId, steps[0].StopReason, steps[0].InputTokens, steps[0].OutputTokens, steps[0].CachedTokens, steps[0].ReasoningTokens));
        Assert.All(steps[1..], s => Assert.Equal(("gpt-x", "c-1", 11L, 7L), (s.Model, s.ResponseId, s.InputTokens, s.OutputTokens)));
        Assert.Equal(4, steps.Count);
    }

    [Fact]
    public void Own_and_foreign_types_say_it_where_the_mapping_points()
    {
        using var log = StepLog.InMemory();
        var models = new Models();

        models.Own(new() { Engine = "e-1", TokensIn = 11, TokensOut = 7, End = DayOfWeek.Friday });
        models.Own(null);
        models.Foreign();
        models.Tuple();

        var steps = log.Steps.OfType<LlmCallStep>().ToList();
        Assert.Equal(("e-1", "Friday", "o-1"), (steps[0].Model, steps[0].StopReason, steps[0].ResponseId));
        Assert.Equal([11L, null, 11L, 11L], steps.Select(s => s.InputTokens));
        Assert.Equal([7L, null, 7L, 7L], steps.Select(s => s.OutputTokens));
        Assert.Equal("o-1", steps[1].ResponseId);
    }

    private static (string?, string?) Content(System.Text.Json.JsonElement message)
    {
        var content = message.GetProperty("contents")[0];
        return (content.GetProperty("$type").GetString(), content.GetProperty("text").GetString());
    }

    private static LlmCallStep Only(StepLog log) => Assert.Single(log.Steps.OfType<LlmCallStep>());
}
