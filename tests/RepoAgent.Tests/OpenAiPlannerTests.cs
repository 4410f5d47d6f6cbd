using System.Text.Json;
using AgentStepLog;
using RepoAgents.App;
using RepoAgents.Tests.Support;

namespace RepoAgents.Tests;

/// <summary>The planner that asks a model, against a real server on this machine.</summary>
public sealed class OpenAiPlannerTests(HarbourFixture harbour) : IClassFixture<HarbourFixture>
{
    private const string Key = "test-key-that-must-not-leak";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_that_calls_tools_and_then_answers_is_recorded_step_by_step()
    {
        await using var server = new ChatServer(
            ChatServer.Calls("resp-1", 100, 20,
                ("call-a", "Search", """{"subject":"Boat","goal":"Definition"}"""),
                ("call-b", "ReadFile", """{"path":"src/Boat.cs","firstLine":4,"lastLine":4}""")),
            ChatServer.Text("resp-2", 250, 30, "Boat is in src/Boat.cs, line 4."));
        using var run = await AskAsync("Where does a boat come from?", server);

        Assert.Equal((ExitCodes.Answered, "", "Boat is in src/Boat.cs, line 4."), (run.ExitCode, run.Errors, run.Answer));
        var models = run.Calls.OfType<LlmCallStep>().ToList();
        Assert.Equal(
            [("test-model-2026", "127.0.0.1", 100L, 20L, 7L, 3L, "tool_calls", "resp-1"), ("test-model-2026", "127.0.0.1", 250L, 30L, 7L, 3L, "stop", "resp-2")],
            models.Select(static m => (m.Model, m.Provider, m.InputTokens, m.OutputTokens, m.CachedTokens, m.ReasoningTokens, m.StopReason, m.ResponseId)));
        Assert.Equal((350L, 50L), (run.End.Totals.InputTokens, run.End.Totals.OutputTokens));
        Assert.Equal(["call-a", "call-b"], run.Calls.OfType<ToolCallStep>().Where(static t => t.Route == StepRoute.Table).Select(static t => t.CallId));
        Assert.Contains("250 in, 30 out", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_is_told_the_tools_with_their_schemas_and_gets_their_results()
    {
        await using var server = new ChatServer(
            ChatServer.Calls("resp-1", 1, 1, ("call-a", "CountLines", """{"path":"src/Boat.cs"}""")), ChatServer.Text("resp-2", 1, 1, "11"));
        using var run = await AskAsync("How long is it?", server);

        var requests = server.Requests.ToArray();
        Assert.Equal(2, requests.Length);
        Assert.All(requests, static r => Assert.Contains($"Authorization: Bearer {Key}", r.Head, StringComparison.OrdinalIgnoreCase));
        var tools = requests[0].Body.GetProperty("tools").EnumerateArray().Select(static t => t.GetProperty("function")).ToDictionary(static f => f.GetProperty("name").GetString()!);
        Assert.Equal(
            ["CompareFiles", "CountLines", "LargestFiles", "LastChange", "ListFiles", "ReadFile", "RecentCommits", "Search", "SearchText"],
            tools.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("Reads lines of a text file.", tools["ReadFile"].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(["path"], tools["ReadFile"].GetProperty("parameters").GetProperty("required").EnumerateArray().Select(static r => r.GetString()));
        Assert.Equal(
            ["Definition", "Mention", "File"],
            tools["Search"].GetProperty("parameters").GetProperty("properties").GetProperty("goal").GetProperty("enum").EnumerateArray().Select(static v => v.GetString()));

        var messages = requests[1].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user", "assistant", "tool"], messages.Select(static m => m.GetProperty("role").GetString()));
        Assert.Equal("call-a", messages[3].GetProperty("tool_call_id").GetString());
        Assert.Contains("11", messages[3].GetProperty("content").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_arguments_go_back_to_the_model_which_corrects_itself()
    {
        await using var server = new ChatServer(
            ChatServer.Calls("resp-1", 1, 1, ("call-a", "CountLines", """{"file":"src/Boat.cs"}"""), ("call-b", "Dive", "{}")),
            ChatServer.Calls("resp-2", 1, 1, ("call-c", "CountLines", """{"path":"src/Boat.cs"}""")),
            ChatServer.Text("resp-3", 1, 1, "11 lines"));
        using var run = await AskAsync("How long is it?", server);

        Assert.Equal("11 lines", run.Answer);
        var tools = run.Calls.OfType<ToolCallStep>().ToList();
        Assert.Equal(["call-a", "call-b", "call-c"], tools.Select(static t => t.CallId));
        Assert.Equal([false, false, true], tools.Select(static t => t.Succeeded));
        Assert.Contains("file", tools[0].Error, StringComparison.Ordinal);
        Assert.Contains("Dive", tools[1].Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "answered 401: ", "Check OPENAI_API_KEY.")]
    [InlineData(500, "answered 500: ", "The fault is the provider's; try again later.")]
    public async Task An_error_of_the_provider_is_a_failed_step_and_a_failed_run(int status, string expected, string remedy)
    {
        await using var server = new ChatServer(ChatServer.Error(status, $"No boat for {Key} today"));
        using var run = await AskAsync("Where is the boat?", server);

        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.StartsWith($"The run failed: The model at {server.Address} {expected}", run.Errors, StringComparison.Ordinal);
        Assert.EndsWith(remedy + "\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains("No boat for [key] today", run.Errors, StringComparison.Ordinal);

        var llm = Assert.Single(run.Calls.OfType<LlmCallStep>());
        Assert.Equal("RepoAgents.Planning.PlannerException", llm.ErrorType);
        Assert.Contains(expected, llm.Error, StringComparison.Ordinal);
        Assert.Equal(RunOutcome.Failed, run.End.Outcome);
        Assert.Contains(expected, run.End.Error, StringComparison.Ordinal);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(run.LogPath).Verdict);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_clear_failure()
    {
        var server = new ChatServer(ChatServer.Text("", 0, 0, ""));
        var address = server.Address;
        await server.DisposeAsync();
        using var run = await AskAsync("Where is the boat?", address);

        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.StartsWith($"The run failed: The model at {address} could not be reached: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("). Check OPENAI_BASE_URL and the network.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>The proxy says hello</html>")]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""")]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"a"},"finish_reason":"seasick"}]}""")]
    public async Task An_answer_that_is_no_completion_is_a_clear_failure(string body)
    {
        await using var server = new ChatServer((200, body));
        using var run = await AskAsync("Where is the boat?", server);

        Assert.Equal((ExitCodes.Failed, RunOutcome.Failed), (run.ExitCode, run.End.Outcome));
        Assert.StartsWith($"The run failed: The model at {server.Address} answered in a form that is no chat completion: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_never_answers_is_stopped_at_the_step_limit()
    {
        await using var server = new ChatServer(ChatServer.Calls("resp", 1, 1, ("call", "ListFiles", "{}")));
        using var run = await AskAsync("List for ever", server);

        Assert.Equal((ExitCodes.Failed, RunOutcome.Failed), (run.ExitCode, run.End.Outcome));
        Assert.Equal("The run failed: The agent was stopped: after 16 turns the planner still asked for tools instead of answering.\n", run.Errors);
        Assert.Equal((16, 16), (run.End.Totals.LlmCalls, run.End.Totals.ToolCalls));
    }

    private Task<AppRun> AskAsync(string question, ChatServer server) => AskAsync(question, server.Address);

    private async Task<AppRun> AskAsync(string question, string address)
    {
        var run = await AppRun.AskAsync(question, harbour.Path, Cancellation, new()
        {
            ["OPENAI_API_KEY"] = Key, ["OPENAI_BASE_URL"] = address, ["OPENAI_MODEL"] = "test-model",
        });
        Assert.DoesNotContain(Key, run.Output + run.Errors + await File.ReadAllTextAsync(run.LogPath, Cancellation), StringComparison.Ordinal);
        return run;
    }
}
