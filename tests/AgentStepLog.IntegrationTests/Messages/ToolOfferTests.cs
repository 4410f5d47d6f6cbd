#pragma warning disable xUnit1051 // the token is what is not recorded
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Messages;

/// <summary>What a model was offered stands in the record of its call: names in the line, definitions once per directory.</summary>
public sealed class ToolOfferTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("offers-").FullName;

    private static readonly AIFunction s_add = AIFunctionFactory.Create((int a, int b = 2) => a + b, "add", "Adds.");

    [Theory]
    [InlineData(CaptureMode.None)]
    [InlineData(CaptureMode.Hash)]
    [InlineData(CaptureMode.Full)]
    public async Task Names_stand_in_the_line_and_definitions_beside_the_manifests(CaptureMode mode)
    {
        var paths = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            using var log = StepLog.Start(_folder, new() { LlmContent = mode });
            paths.Add(log.Path!);
            await new Chat().AskAsync([new(ChatRole.User, "2 + 2?")], new() { Tools = [s_add, new HostedWebSearchTool()] });
            await new Chat().AskAsync([new(ChatRole.User, "3 + 3?")], new() { Tools = [s_add, new HostedWebSearchTool()] });
            await foreach (var update in new Chat().StreamAsync([new(ChatRole.Assistant, "4")], new() { Tools = [s_add] }))
            {
            }

            await new Chat().AskAsync([new(ChatRole.User, "Tea?")], new() { Tools = [] });
        }

        foreach (var path in paths)
        {
            var steps = StepLogFile.Read(path).Steps.OfType<LlmCallStep>().ToList();
            Assert.Equal(["add", "web_search"], steps[0].ToolsOffered);
            Assert.Equal(["add"], steps[2].ToolsOffered);
            Assert.Equal((steps[0].ToolSet, true, null), (steps[1].ToolSet, steps[0].ToolSet != steps[2].ToolSet, steps[3].ToolSet));
            Assert.Empty(steps[3].ToolsOffered);

            var tools = steps[0].ToolDefinitions.ToElement();
            Assert.Equal(("add", "Adds."), (tools[0].GetProperty("name").GetString(), tools[0].GetProperty("description").GetString()));
            Assert.True(JsonElement.DeepEquals(s_add.JsonSchema, tools[0].GetProperty("parameters")));
            Assert.True(JsonElement.DeepEquals(s_add.ReturnJsonSchema!.Value, tools[0].GetProperty("returns")));
            Assert.False(tools[0].TryGetProperty("kind", out _));
            Assert.Equal("""{"name":"web_search","kind":"HostedWebSearchTool"}""", tools[1].GetRawText());
            Assert.True(steps[3].ToolDefinitions.IsAbsent);
            Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
        }

        var document = Path.Combine(_folder, "manifests", StepLogFile.Read(paths[0]).Steps.OfType<LlmCallStep>().First().ToolSet!["sha256:".Length..] + ".json");
        File.AppendAllText(document, " ");
        Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(paths[0]).Verdict);
        Assert.True(StepLogFile.Read(paths[0]).Steps.OfType<LlmCallStep>().First().ToolDefinitions.IsAbsent);
        File.Delete(document);
        Assert.Equal(Verdict.BlobMissing, StepLogVerifier.Verify(paths[1]).Verdict);
    }

    [Fact]
    public void Lists_of_tools_count_as_options_do_and_lazy_ones_are_not_enumerated()
    {
        using var log = StepLog.InMemory();

        new Chat().Offer([s_add], "2 + 2?");
        new Chat().OfferFunctions([s_add], new() { Tools = [new HostedCodeInterpreterTool()], Secret = "sk-4711-4711" });
        new Chat().OfferLazily(new[] { s_add }.Where(static t => t.Name.Length > 0));
        new Chat().OfferLazily([s_add]);

        var steps = log.Steps.OfType<LlmCallStep>().ToList();
        Assert.Equal(["add", "add", "", "add"], steps.Select(static s => string.Join(",", s.ToolsOffered)));
        Assert.Equal("add", steps[0].ToolDefinitions.ToElement()[0].GetProperty("name").GetString());
        Assert.Equal(steps[0].ToolSet, steps[3].ToolSet);
    }

    [Fact]
    public void A_tool_that_cannot_be_read_says_so_and_a_secret_in_a_description_is_withheld()
    {
        using var log = StepLog.InMemory();
        const string Token = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
        var told = AIFunctionFactory.Create(() => 1, "told", $"Use {Token} now.");

        new Chat().Offer([new Broken(), told, null!], "?");

        var step = Assert.Single(log.Steps.OfType<LlmCallStep>());
        Assert.Equal(["[unreadable:System.InvalidOperationException]", "told", "null"], step.ToolsOffered);
        Assert.Equal("Use [redacted:github-token] now.", step.ToolDefinitions.ToElement()[1].GetProperty("description").GetString());
        Assert.DoesNotContain(Token, System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_throws_does_not_reach_the_caller()
    {
        using var log = StepLog.InMemory();

        Assert.Equal("?0", new Chat().Offer(new Unlistable(), "?").Text);

        var step = Assert.Single(log.Steps.OfType<LlmCallStep>());
        Assert.Equal(["[unreadable:System.NotSupportedException]"], step.ToolsOffered);
        Assert.Null(step.ToolSet);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Unlistable : List<AITool>, IEnumerable<AITool>
    {
        IEnumerator<AITool> IEnumerable<AITool>.GetEnumerator() => throw new NotSupportedException();
    }

    private sealed class Broken : AITool
    {
        public override string Name => throw new InvalidOperationException("No name.");
    }
}
