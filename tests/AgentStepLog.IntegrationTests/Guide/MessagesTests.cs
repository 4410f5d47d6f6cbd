using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Guide;

public sealed class MessagesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("guide").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Messages_come_back_as_what_they_were()
    {
        string path;
        using (var log = ChatLog.Start(_directory, new() { LlmContent = CaptureMode.Full }))
        {
            new Chat().AskModel([new(ChatRole.User, "Four teas?")], new() { Tools = [AIFunctionFactory.Create((int pieces) => pieces, "order")] });
            path = log.Path!;
        }

        #region README
        var ask = ChatLog.Read(path).Steps.OfType<ChatLog.AskModelStep>().Last();
        var asked = JsonSerializer.Deserialize<List<ChatMessage>>(ask.Messages!.Value.Utf8, AIJsonUtilities.DefaultOptions)!;
        var answer = JsonSerializer.Deserialize<ChatResponse>(ask.Output!.Value.Utf8, AIJsonUtilities.DefaultOptions)!;
        #endregion

        Assert.Equal(("Four teas?", "Four teas."), (asked[0].Text, answer.Text));
        Assert.Equal(["order"], ask.ToolsOffered);
        Assert.Equal("{}", ask.Options!.Value.ToString());
    }

    [Fact]
    public void A_call_without_options_is_typed()
    {
        using var log = ChatLog.InMemory(new() { LlmContent = CaptureMode.Full });

        new Chat().AskModel([new(ChatRole.User, "Tea?")], null);
        new Chat().Show("a", null);
        new Chat().Show("b", new TextContent("c"));

        var ask = Assert.Single(log.Steps.OfType<ChatLog.AskModelStep>());
        Assert.Equal(("Tea!", null), (ask.Output!.Value.ToElement().GetProperty("messages")[0].GetProperty("contents")[0].GetProperty("text").GetString(), ask.Options));
        Assert.EndsWith(""","options":null}""", ask.InputJson.ToString(), StringComparison.Ordinal);
        var shows = log.Steps.OfType<ChatLog.ShowStep>().ToList();
        Assert.Equal(["""{"title":"a","content":null}""", """{"title":"b","content":{"$type":"text","text":"c"}}"""], shows.Select(static s => s.InputJson.ToString()));
        Assert.Equal([null, """{"$type":"text","text":"c"}"""], shows.Select(static s => s.Content?.ToString()));
    }

    [Theory]
    [InlineData("""{"messages":[]}""", true)]
    [InlineData("""{"messages":[],"options":null}""", true)]
    [InlineData("""{"options":null}""", false)]
    public void A_log_that_left_out_the_null_of_the_library_is_typed_and_one_that_lacks_another_argument_is_not(string input, bool isTyped)
    {
        var path = Path.Combine(_directory, "run-1.jsonl");
        File.WriteAllBytes(path, new Tests.Support.HandWrittenLog().Header()
            .Llm(1, $"\"method\":\"AgentStepLog.IntegrationTests.Guide.Chat.AskModel\",\"input\":{input}").End().ToArray());

        var step = Assert.Single(ChatLog.Read(path).Steps.OfType<LlmCallStep>());

        Assert.Equal(isTyped, step is ChatLog.AskModelStep { Options: null });
        Assert.Equal(input, step.InputJson.ToString());
    }

    [Fact]
    public void Messages_of_logs_that_were_written_before_are_still_shown()
    {
        var path = Path.Combine(_directory, "run-1.jsonl");
        const string Input = """{"messages":[{"authorName":null,"role":{"value":"user"},"contents":[{"$$type":"text","text":"Tea?"}]}],"options":null}""";
        File.WriteAllBytes(path, new Tests.Support.HandWrittenLog().Header()
            .Llm(1, $"\"method\":\"AgentStepLog.IntegrationTests.Guide.Chat.AskModel\",\"input\":{Input}").End().ToArray());

        var step = Assert.Single(ChatLog.Read(path).Steps.OfType<ChatLog.AskModelStep>());

        Assert.Equal(Input.Replace("$$", "$", StringComparison.Ordinal), step.InputJson.ToString());
        Assert.Equal("Tea?", step.Messages!.Value.ToElement()[0].GetProperty("contents")[0].GetProperty("text").GetString());
        Assert.Empty(step.ToolsOffered);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }
}

public sealed class Chat
{
    [LlmCall]
    public ChatResponse AskModel(IReadOnlyList<ChatMessage> messages, ChatOptions? options) =>
        new(new ChatMessage(ChatRole.Assistant, messages[0].Text.Replace('?', options is null ? '!' : '.')));

    [AgentTool]
    public string Show(string title, AIContent? content) => title + content;
}

[StepLog(typeof(Chat))]
public sealed partial class ChatLog;
