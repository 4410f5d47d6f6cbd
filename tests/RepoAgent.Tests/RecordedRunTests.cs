using AgentStepLog;
using RepoAgents.Agents;
using RepoAgents.App;
using RepoAgents.Tests.Support;

namespace RepoAgents.Tests;

/// <summary>What a run leaves in its log.</summary>
public sealed class RecordedRunTests(HarbourFixture harbour) : IClassFixture<HarbourFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_steps_form_the_tree_of_what_called_what()
    {
        using var run = await AppRun.AskAsync("where is Boat defined", harbour.Path, Cancellation);

        Assert.Equal(
            [
                "agent RepoAgent",
                "  llm deterministic/local tool_calls",
                "  tool Search",
                "    agent SearchAgent",
                "      tool SearchText",
                "  llm deterministic/local stop",
            ],
            Tree(run.Calls));
    }

    [Fact]
    public async Task A_call_by_the_planner_comes_through_the_table_and_one_in_code_directly()
    {
        using var run = await AppRun.AskAsync("how many lines has Boat.cs", harbour.Path, Cancellation);

        var tools = run.Calls.OfType<ToolCallStep>().ToDictionary(static t => t.Tool);
        Assert.Equal((StepRoute.Table, "call_1"), (tools["Search"].Route, tools["Search"].CallId));
        Assert.Equal((StepRoute.Table, "call_2"), (tools["CountLines"].Route, tools["CountLines"].CallId));
        Assert.Equal((StepRoute.Direct, null), (tools["ListFiles"].Route, tools["ListFiles"].CallId));
        Assert.Equal("Agents/SearchAgent.cs", tools["ListFiles"].Caller?.File);
        Assert.Equal("RepoAgents.Tools.RepoTools.ListFiles", tools["ListFiles"].Method);
    }

    [Fact]
    public async Task Both_agents_announce_themselves_before_they_run()
    {
        using var run = await AppRun.AskAsync("which files mention Moor", harbour.Path, Cancellation);

        var agents = run.Calls.OfType<AgentCallStep>().ToDictionary(static a => a.SpanId);
        var intents = run.Log.Steps.OfType<IntentStep>().ToList();
        Assert.Equal(["RepoAgent", "SearchAgent"], intents.Select(static i => i.Agent));
        Assert.All(intents, i => Assert.True(i.Number < agents[i.SpanId].Number && i.ParentId == agents[i.SpanId].ParentId));
        Assert.Empty(run.Log.OpenIntents);
    }

    [Fact]
    public async Task The_answer_stands_in_run_end_with_the_totals()
    {
        using var run = await AppRun.AskAsync("what are the 3 largest files", harbour.Path, Cancellation);

        Assert.Equal(RunOutcome.Completed, run.End.Outcome);
        Assert.StartsWith(run.Answer, run.Output, StringComparison.Ordinal);
        Assert.Equal((2, 1, 1, 0), (run.End.Totals.LlmCalls, run.End.Totals.ToolCalls, run.End.Totals.AgentCalls, run.End.Totals.Errors));
        Assert.Equal(run.End.Totals, run.Log.Summary with { Duration = run.End.Totals.Duration });
    }

    [Fact]
    public async Task A_planner_without_a_model_takes_no_tokens_and_says_so()
    {
        using var run = await AppRun.AskAsync("which languages", harbour.Path, Cancellation);

        Assert.All(run.Calls.OfType<LlmCallStep>(), static llm =>
            Assert.Equal(("deterministic", "local", 0L, 0L), (llm.Model, llm.Provider, llm.InputTokens, llm.OutputTokens)));
        Assert.Contains("0 in, 0 out", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_come_back_typed_with_what_went_in_and_came_out()
    {
        using var run = await AppRun.AskAsync("how many lines has Boat.cs", harbour.Path, Cancellation);

        var counted = Assert.Single(run.Log.Steps.OfType<RepoLog.CountLinesStep>());
        Assert.Equal(("src/Boat.cs", 11L), (counted.Path, counted.Output?.Lines));
        var search = Assert.Single(run.Log.Steps.OfType<RepoLog.SearchStep>());
        Assert.Equal(("Boat.cs", SearchGoal.File, "src/Boat.cs"), (search.Subject, search.Goal, search.Output?.Findings[0].Path));
    }

    [Fact]
    public async Task The_log_verifies_and_the_verdict_is_printed()
    {
        using var run = await AppRun.AskAsync("list the files", harbour.Path, Cancellation);

        var verification = StepLogVerifier.Verify(run.LogPath);
        Assert.Equal(Verdict.SelfConsistent, verification.Verdict);
        Assert.Contains("log      " + run.LogPath, run.Output, StringComparison.Ordinal);
        Assert.Contains("verdict  " + verification.Message, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_fails_is_a_failed_step_and_the_run_goes_on()
    {
        using var run = await AppRun.AskAsync("how many lines has lost/Boat.cs", harbour.Path, Cancellation);

        var failed = Assert.Single(run.Calls, static c => !c.Succeeded);
        Assert.Equal("There is no file 'lost/Boat.cs' in the folder.", failed.Error);
        Assert.Equal("System.IO.FileNotFoundException", failed.ErrorType);
        Assert.Contains("✗ There is no file 'lost/Boat.cs' in the folder.", run.Output, StringComparison.Ordinal);
        Assert.Equal(RunOutcome.Completed, run.End.Outcome);
        Assert.Equal("There is no file 'lost/Boat.cs' in the folder.", run.Answer);
        Assert.Equal(ExitCodes.Answered, run.ExitCode);
    }

    [Fact]
    public async Task A_path_with_folders_left_out_fails_first_and_is_found_by_the_search_agent()
    {
        using var folder = new TempFolder();
        folder.Write("src/deep/down/Anchor.cs", "class Anchor;\n");
        using var run = await AppRun.AskAsync("how many lines has src/Anchor.cs", folder.Path, Cancellation);

        Assert.Equal("src/deep/down/Anchor.cs has 1 line.", run.Answer);
        Assert.Equal([false, true, true], run.Calls.OfType<ToolCallStep>().Where(static t => t.Route == StepRoute.Table).Select(static t => t.Succeeded));
    }

    [Fact]
    public async Task A_folder_without_a_README_is_answered_after_a_failed_step_and_a_search()
    {
        using var folder = new TempFolder();
        folder.Write("a.txt", "a");
        using var run = await AppRun.AskAsync("what does the README promise?", folder.Path, Cancellation);

        Assert.Equal("There is no README in the folder.", run.Answer);
        Assert.Equal(["ReadFile", "ListFiles", "Search"], run.Calls.OfType<ToolCallStep>().Select(static t => t.Tool));
    }

    [Fact]
    public async Task A_README_of_another_name_is_found()
    {
        using var folder = new TempFolder();
        folder.Write("docs/readme.txt", "Boats\n=====\n\nIt must float.\n");
        using var run = await AppRun.AskAsync("what does the readme say", folder.Path, Cancellation);

        Assert.Equal("docs/readme.txt: Boats\nIt must float.\nIt promises:\n- It must float. (line 4)", run.Answer);
    }

    [Fact]
    public async Task What_stands_under_a_heading_of_promises_is_a_promise()
    {
        using var folder = new TempFolder();
        folder.Write("README.md", "# Boats\n\n> Boats for all.\n\n## Guarantees\n\nIt floats.\n\n- No leaks.\n\n## Use\n\nRow.\n");
        using var run = await AppRun.AskAsync("what does the README promise?", folder.Path, Cancellation);

        Assert.Equal(
            "README.md: Boats\nBoats for all.\nIt promises:\n- It floats. (line 7)\n- No leaks. (line 9)\nIts sections: Guarantees, Use.",
            run.Answer);
    }

    [Fact]
    public async Task A_question_of_the_README_is_no_promise()
    {
        using var folder = new TempFolder();
        folder.Write("README.md", "# Boats\n\nFor those who must know: will it float? It will.\n");
        using var run = await AppRun.AskAsync("what does the README promise?", folder.Path, Cancellation);

        Assert.EndsWith("\nIt promises:\n- It will. (line 3)", run.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who changed a.txt last", "LastChange")]
    [InlineData("what are the recent commits?", "RecentCommits")]
    [InlineData("commits of src", "RecentCommits")]
    public async Task History_outside_of_a_repository_is_a_clear_failure(string question, string tool)
    {
        HarbourFixture.NeedsGit(harbour);
        using var folder = new TempFolder();
        folder.Write("a.txt", "a");
        folder.Write("src/b.txt", "b");
        using var run = await AppRun.AskAsync(question, folder.Path, Cancellation);

        Assert.Equal("The folder is not in a git repository, so there is no history to read.", run.Answer);
        Assert.Equal(tool, Assert.IsAssignableFrom<ToolCallStep>(Assert.Single(run.Calls, static c => !c.Succeeded)).Tool);
    }

    [Fact]
    public async Task A_question_that_is_not_understood_names_the_forms_that_are()
    {
        using var run = await AppRun.AskAsync("why is the sea salt?", harbour.Path, Cancellation);

        Assert.Equal(ExitCodes.NotUnderstood, run.ExitCode);
        Assert.StartsWith("I did not understand the question \"why is the sea salt?\".", run.Answer, StringComparison.Ordinal);
        Assert.Contains("\n- where is NAME defined\n", run.Answer, StringComparison.Ordinal);
        Assert.Equal(RunOutcome.Completed, run.End.Outcome);
        Assert.Equal("not_understood", Assert.Single(run.Calls.OfType<LlmCallStep>()).StopReason);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(run.LogPath).Verdict);
    }

    [Fact]
    public async Task Logs_inside_the_folder_are_no_files_of_it()
    {
        using var folder = new TempFolder();
        folder.Write("a.txt", "needle\n");
        string[] ask = ["--logs", folder.In("logs"), "which files mention needle", folder.Path];
        for (var i = 0; i < 2; i++)
        {
            var output = new StringWriter { NewLine = "\n" };
            Assert.Equal(0, await RepoAgentApp.RunAsync(ask, output, TextWriter.Null, static _ => null, color: false, Cancellation));
            Assert.StartsWith("1 file mentions needle:\n- a.txt: 1 line, first line 1\n\n", output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_file_holds_cannot_steer_the_terminal()
    {
        using var folder = new TempFolder();
        folder.Write("evil.cs", "public class Evil\u001b[2J\u202e {}\n");
        using var run = await AppRun.AskAsync("where is Evil defined", folder.Path, Cancellation);

        Assert.Contains(@"public class Evil\u{001B}[2J\u{202E} {}", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\u202e', run.Output);
        Assert.Contains('\u202e', run.Answer);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_is_recorded_as_canceled()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        using var run = await AppRun.AskAsync("list the files", harbour.Path, canceled.Token);

        Assert.Equal((ExitCodes.Interrupted, RunOutcome.Canceled), (run.ExitCode, run.End.Outcome));
    }

    [Fact]
    public async Task This_repository_answers_where_its_own_agent_is_defined()
    {
        using var run = await AppRun.AskAsync("where is RepoFolder defined", Repository.Root, Cancellation);

        Assert.StartsWith("RepoFolder is defined in samples/RepoAgent/Tools/RepoFolder.cs, line ", run.Answer, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Answered, run.ExitCode);
    }

    private static IEnumerable<string> Tree(IReadOnlyList<CallStep> calls, string? parent = null, string indent = "") => calls
        .Where(c => c.ParentId == parent)
        .OrderBy(static c => c.Elapsed - c.Duration)
        .SelectMany(c => Tree(calls, c.SpanId, indent + "  ").Prepend(indent + c switch
        {
            ToolCallStep tool => "tool " + tool.Tool,
            LlmCallStep llm => $"llm {llm.Model}/{llm.Provider} {llm.StopReason}",
            AgentCallStep agent => "agent " + agent.Agent,
            _ => c.Type,
        }));
}
