#pragma warning disable xUnit1051 // the token is what is not recorded
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Messages;

/// <summary>What a log gives back of messages is what Microsoft.Extensions.AI writes of them: the same contents, and equal JSON.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly StepLogOptions s_full = new() { LlmContent = CaptureMode.Full };

    private readonly string _folder = Directory.CreateTempSubdirectory("messages-").FullName;

    public static TheoryData<int> Each() => [.. Enumerable.Range(0, Contents.All().Count)];

    [Fact]
    public void There_is_one_of_each_type_of_content()
    {
        var types = typeof(AIContent).Assembly.GetExportedTypes().Where(static t => typeof(AIContent).IsAssignableFrom(t) && !t.IsAbstract);

        Assert.Equal(types.OrderBy(static t => t.Name), Contents.All().Concat(Contents.Unreadable()).Select(static c => c.GetType()).OrderBy(static t => t.Name));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_content_comes_back_from_input_and_output(int index)
    {
        using var log = StepLog.InMemory(s_full);
        ChatMessage[] messages = [new(ChatRole.Assistant, [Contents.All()[index]]) { AuthorName = "a", MessageId = "m-1", CreatedAt = DateTimeOffset.UnixEpoch, RawRepresentation = new object() }];

        var response = await new Chat().AskAsync(messages);

        var step = Only(log);
        AreEqual(messages, step.InputJson.ToElement().GetProperty("messages"));
        AreEqual(response.Messages, step.OutputJson.ToElement().GetProperty("messages"));
        AreEqual(response, step.OutputJson.ToElement());
        Assert.True(StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict is Verdict.SelfConsistent);
    }

    [Fact]
    public async Task A_content_that_its_library_cannot_read_is_recorded_as_it_writes_it()
    {
        using var log = StepLog.InMemory(s_full);
        var message = new ChatMessage(ChatRole.Assistant, [.. Contents.Unreadable()]);

        await new Chat().AskAsync([message]);

        var recorded = Only(log).InputJson.ToElement().GetProperty("messages")[0];
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(message, Contents.Theirs), recorded));
        Assert.Throws<NotSupportedException>(() => recorded.Deserialize<ChatMessage>(Contents.Theirs));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_content_comes_back_from_a_stream(int index)
    {
        using var log = StepLog.InMemory(s_full);
        ChatResponseUpdate[] updates = [new(ChatRole.Assistant, [Contents.All()[index]]) { ResponseId = "r", FinishReason = ChatFinishReason.ToolCalls }, new() { ModelId = "m" }];
        await foreach (var update in new Chat().StreamAsync(updates))
        {
        }

        AreEqual(updates, Only(log).OutputJson.ToElement());
        AreEqual(updates, Only(log).InputJson.ToElement().GetProperty("updates"));
        Assert.Equal(Contents.JsonOf(updates.ToChatResponse()), Contents.JsonOf(Only(log).OutputJson.ToElement().Deserialize<ChatResponseUpdate[]>(Contents.Theirs)!.ToChatResponse()));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void A_content_comes_back_from_tools_and_from_what_is_declared_as_object(int index)
    {
        using var log = StepLog.InMemory();
        var content = Contents.All()[index];

        new Chat().Content(content);
        new Chat().Given(content, content);

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        AreEqual(content, steps[0].InputJson.ToElement().GetProperty("content"));
        AreEqual(content, steps[0].OutputJson.ToElement());
        AreEqual<object>(content, steps[1].InputJson.ToElement().GetProperty("other"));
        AreEqual<object>(content, steps[1].OutputJson.ToElement());
    }

    [Fact]
    public async Task A_history_comes_back_from_a_thread_in_blobs_and_from_the_file()
    {
        var chat = new List<ChatMessage>();
        string path;
        using (var log = StepLog.Start(_folder, s_full))
        {
            path = log.Path!;
            foreach (var content in Contents.All())
            {
                chat.Add(new(ChatRole.Assistant, [content, new TextContent(new string('x', 300))]));
                await new Chat().AskAsync(chat);
            }
        }

        var steps = StepLogFile.Read(path).Steps.OfType<LlmCallStep>().ToList();
        Assert.Contains("\"$thread\"", File.ReadAllText(path), StringComparison.Ordinal);
        for (var i = 0; i < steps.Count; i++)
        {
            AreEqual(chat.Take(i + 1).ToArray(), steps[i].InputJson.ToElement().GetProperty("messages"));
        }

        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(400_000)]
    public async Task A_large_message_comes_back_from_its_blob(int length)
    {
        ChatMessage[] messages = [new(ChatRole.User, [new TextContent(new string('é', length)), new DataContent(new byte[length], "application/octet-stream"), .. Contents.All()])];
        string path;
        using (var log = StepLog.Start(_folder, s_full))
        {
            path = log.Path!;
            await new Chat().AskAsync(messages);
        }

        var step = Assert.Single(StepLogFile.Read(path).Steps.OfType<LlmCallStep>());
        AreEqual(messages, step.InputJson.ToElement().GetProperty("messages"));
        AreEqual(messages, step.OutputJson.ToElement().GetProperty("messages"));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Fact]
    public async Task Options_come_back_without_what_was_not_set_null_stands_for_none_and_no_token_stands_beside_them()
    {
        using var log = StepLog.InMemory(s_full);
        var options = new ChatOptions
        {
            Temperature = 0.5f, StopSequences = ["end"], ToolMode = ChatToolMode.RequireSpecific("Place"), Reasoning = new() { Effort = ReasoningEffort.High },
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse("""{"$schema":"x","$defs":{"a":{"$ref":"#/$defs/a"}}}""").RootElement, "s"),
            AdditionalProperties = new() { ["k"] = 1 },
        };

        await new Chat().AskAsync([new(ChatRole.User, "Tea?")], options, new CancellationTokenSource().Token);
        await new Chat().AskAsync([new(ChatRole.User, "Tea?")]);

        var steps = log.Steps.OfType<LlmCallStep>().ToList();
        AreEqual(options, steps[0].InputJson.ToElement().GetProperty("options"));
        Assert.Equal("""{"messages":[{"role":"user","contents":[{"$type":"text","text":"Tea?"}]}],"options":null}""", steps[1].InputJson.ToString());
        Assert.DoesNotContain("null", string.Concat(steps[0].InputJson, steps[1].OutputJson), StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_reasons_and_usage_are_what_the_library_makes_of_them()
    {
        using var log = StepLog.InMemory();

        new Chat().Role(new("$critic"), ChatFinishReason.Length, Contents.Usage());
        new Chat().Role(ChatRole.User, null, null);

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal("""{"role":"$critic","reason":"length","usage":USAGE}""".Replace("USAGE", Compact(Contents.Usage()), StringComparison.Ordinal), steps[0].InputJson.ToString());
        Assert.Equal(("\"tool\"", """{"role":"user","reason":null,"usage":null}""", "\"user\""), (steps[0].OutputJson.ToString(), steps[1].InputJson.ToString(), steps[1].OutputJson.ToString()));
    }

    [Fact]
    public void A_type_of_the_users_keeps_its_members_and_withholds_what_is_marked()
    {
        using var log = StepLog.InMemory();
        var message = new ChatMessage(ChatRole.User, [.. Contents.All()]);

        new Chat().Turn(new(message, new() { ["$a"] = new TextContent("b") }, "sk-1234567890"));
        new Chat().Own(new("Tea?") { Number = 3, Key = "sk-1234567890" });
        new Chat().Turn(new(null, [], "sk-1234567890"));

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        foreach (var turn in new[] { steps[0].InputJson.ToElement().GetProperty("turn"), steps[0].OutputJson.ToElement() })
        {
            AreEqual(message, turn.GetProperty("message"));
            Assert.Equal("""{"$a":{"$type":"text","text":"b"}}""", turn.GetProperty("others").GetRawText());
            Assert.Equal("[redacted:api-key]", turn.GetProperty("key").GetString());
        }

        Assert.Equal("""{"role":"user","contents":[{"$type":"text","text":"Tea?"}],"number":3,"key":"[redacted:api-key]"}""", steps[1].OutputJson.ToString());
        Assert.Equal("""{"message":null,"others":{},"key":"[redacted:api-key]"}""", steps[2].OutputJson.ToString());
        Assert.DoesNotContain("sk-1234", System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaptureMode.None)]
    [InlineData(CaptureMode.Hash)]
    public async Task Messages_that_the_log_does_not_want_are_not_in_it(CaptureMode mode)
    {
        using var log = StepLog.InMemory(new() { LlmContent = mode });

        await new Chat().AskAsync([new(ChatRole.User, "Nazaré")], new() { Instructions = "Nazaré" });

        var step = Only(log);
        Assert.Equal(mode == CaptureMode.Hash, step.OutputJson.ToString().StartsWith("{\"$hash\"", StringComparison.Ordinal));
        Assert.DoesNotContain("Nazar", System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static void AreEqual<T>(T value, JsonElement recorded)
    {
        var expected = Contents.JsonOf(value);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, recorded), $"{expected}\n{recorded}");
        if (typeof(T) == typeof(object))
        {
            return;
        }

        var back = recorded.Deserialize<T>(Contents.Theirs)!;
        Assert.Equal(TypesIn(value), TypesIn(back));
        Assert.Equal(expected, Contents.JsonOf(back));
    }

    private static IEnumerable<Type> TypesIn(object? value) => value switch
    {
        AIContent content => [content.GetType()],
        ChatMessage message => message.Contents.SelectMany(TypesIn),
        ChatResponseUpdate update => update.Contents.SelectMany(TypesIn),
        ChatResponse response => response.Messages.SelectMany(TypesIn),
        System.Collections.IEnumerable many => many.Cast<object>().SelectMany(TypesIn),
        _ => [],
    };

    private static string Compact<T>(T value) => JsonText.Parse(Contents.JsonOf(value)).ToString();

    private static LlmCallStep Only(StepLog log) => Assert.Single(log.Steps.OfType<LlmCallStep>());
}
