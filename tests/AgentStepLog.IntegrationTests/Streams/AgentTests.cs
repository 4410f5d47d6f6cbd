#pragma warning disable xUnit1051 // the streams end by themselves
namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>An agent that streams its answer is one step from its first item to its last, and all that it does is below it.</summary>
public sealed class AgentTests
{
    [Fact]
    public async Task Agent_is_announced_when_it_begins_and_sums_up_what_it_used()
    {
        using var log = TalkerLog.InMemory();
        var stream = new Talker(new Models()).TalkAsync("hello");
        Assert.Empty(log.Steps.OfType<IntentStep>());
        Assert.Equal(["hello", "gpt-x", "gpt-x", "gpt-x", "bye", "bye"], await List(stream));

        var agent = Assert.Single(log.Steps.OfType<TalkerLog.TalkStep>());
        Assert.Equal(agent.SpanId, Assert.Single(log.Steps.OfType<IntentStep>()).SpanId);
        Assert.Equal((6L, "hello", 11L, 7L), (agent.Items, agent.Greeting, agent.InputTokens, agent.OutputTokens));
        Assert.InRange(agent.FirstItem!.Value, TimeSpan.Zero, agent.Duration);
        Assert.Equal(agent.SpanId, Assert.Single(log.Steps.OfType<TalkerLog.CompletionsStep>()).ParentId);
        var tool = Assert.Single(log.Steps.OfType<TalkerLog.RepeatStep>());
        Assert.Equal((agent.SpanId, StepRoute.Callee, 2L, "bye"), (tool.ParentId, tool.Route, tool.Items, tool.Word));
        Assert.Equal(["bye", "bye"], tool.Output!);
    }

    [Fact]
    public async Task Each_enumeration_is_a_run_of_the_agent_with_its_own_tokens()
    {
        using var log = TalkerLog.InMemory();
        var stream = new Talker(new Models()).TalkAsync("hello");
        await Task.WhenAll(List(stream), List(stream));

        var agents = log.Steps.OfType<TalkerLog.TalkStep>().ToList();
        Assert.Equal(agents.Select(a => a.SpanId).Order(), log.Steps.OfType<IntentStep>().Select(i => i.SpanId).Order());
        Assert.Equal([11L, 11L], agents.Select(a => a.TotalInputTokens));
        Assert.Equal(22, log.Summarize().InputTokens);
    }

    [Fact]
    public async Task Agent_that_is_left_says_so_and_one_that_is_dropped_leaves_its_intent()
    {
        using var log = TalkerLog.InMemory();
        await foreach (var word in new Talker(new Models()).TalkAsync("left"))
        {
            break;
        }

        Assert.True(await new Talker(new Models()).TalkAsync("dropped").GetAsyncEnumerator().MoveNextAsync());
        log.Complete();

        Assert.Equal(("left", true, 1L), Assert.Single(log.Steps.OfType<TalkerLog.TalkStep>().Select(s => (s.Greeting, s.Incomplete, s.Items))));
        Assert.Equal(2, log.Steps.OfType<IntentStep>().Count());
        Assert.Equal(1, log.Steps.OfType<EventStep>().Single().Data.ToElement().GetProperty("count").GetInt32());
    }

    [Fact]
    public void Sequence_that_records_itself_keeps_its_exception_however_it_is_called()
    {
        using var log = TalkerLog.InMemory();
        Func<string, int, IEnumerable<string>> repeat = new Talker(new Models()).Repeat;
        Assert.Equal("Enough.", Assert.Throws<InvalidOperationException>(() => repeat("tea", 9).ToList()).Message);

        var step = Assert.Single(log.Steps.OfType<TalkerLog.RepeatStep>());
        Assert.Equal(("Enough.", 5L, StepRoute.Callee, 9), (step.Error, step.Items, step.Route, step.Times));
        Assert.Equal(5, step.Output!.Count);
    }

    [Fact]
    public async Task Typed_steps_of_streams_are_read_back_from_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("steplog-");
        try
        {
            using var log = TalkerLog.Start(folder.FullName);
            await List(new Talker(new Models()).TalkAsync("hello"));
            log.Complete();

            var read = TalkerLog.Read(log.Path!);
            var (written, again) = (log.Steps.OfType<TalkerLog.TalkStep>().Single(), read.Steps.OfType<TalkerLog.TalkStep>().Single());
            Assert.Equal((written.Items, written.FirstItem, written.Duration), (again.Items, again.FirstItem, again.Duration));
            Assert.Equal(["hello", "gpt-x", "gpt-x", "gpt-x", "bye", "bye"], again.OutputJson.ToElement().EnumerateArray().Select(e => e.GetString()));
            Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Typed_steps_show_messages_as_the_JSON_of_their_library()
    {
        Assert.Equal(typeof(IReadOnlyList<string>), typeof(TalkerLog.TalkStep).GetProperty("Output")!.PropertyType);
        Assert.NotNull(typeof(TalkerLog.CompletionsStep).GetProperty("Prompt"));
        Assert.Equal(typeof(JsonText?), typeof(TalkerLog.UpdatesStep).GetProperty("Updates")!.PropertyType);
        Assert.Equal(typeof(JsonText?), typeof(TalkerLog.UpdatesStep).GetProperty("Output")!.PropertyType);
    }

    private static async Task<List<string>> List(IAsyncEnumerable<string> stream)
    {
        var list = new List<string>();
        await foreach (var item in stream)
        {
            list.Add(item);
        }

        return list;
    }
}
