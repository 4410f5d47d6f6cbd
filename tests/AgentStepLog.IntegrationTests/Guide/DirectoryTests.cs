namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A program that lists, verifies and watches a directory of logs.</summary>
public sealed class DirectoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public async Task Runs_are_listed_read_and_verified_and_a_file_that_is_no_log_is_named()
    {
        Run("one", "20261130t080000000z-000000000001");
        Run("two", "20261130t080000000z-000000000002");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "20261130t080000000z-000000000003.jsonl"), "{}\n", TestContext.Current.CancellationToken);

        var lines = await ReportAsync(_folder.FullName, TestContext.Current.CancellationToken);

        Assert.Contains("000000000003.jsonl is no step log", lines[0], StringComparison.Ordinal);
        Assert.Equal(["two: Completed, 1 tool calls, SelfConsistent", "one: Completed, 1 tool calls, SelfConsistent"], lines[1..]);
    }

    [Fact]
    public async Task A_directory_is_watched_and_its_runs_are_followed()
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var shown = new List<string>();
        Run("one", "r");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ShowAsync(_folder.FullName, Show, watching.Token));

        Assert.Equal(["r: step 0, RunStart", "r: step 1, ToolCall", "r: step 2, Event", "r: step 3, RunEnd"], shown);

        void Show(string line)
        {
            shown.Add(line);
            if (shown.Count == 4)
            {
                watching.Cancel();
            }
        }
    }

    #region README
    private static async Task<List<string>> ReportAsync(string directory, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var run in StepLogDirectory.Open(directory).GetRuns())     // the newest first; reads names alone
        {
            try
            {
                var outcome = run.ReadOutcome()?.ToString() ?? "no end yet";        // still written, or abandoned
                var calls = run.ReadSummary().ToolCalls;
                var verification = await run.VerifyAsync(cancellationToken: cancellationToken);
                lines.Add($"{run.ReadHeader().Task}: {outcome}, {calls} tool calls, {verification.Verdict}");
            }
            catch (StepLogException e)      // the file is no log, or is gone by now
            {
                lines.Add(e.Message);
            }
        }

        return lines;
    }

    private static async Task ShowAsync(string directory, Action<string> show, CancellationToken cancellationToken)
    {
        await foreach (var change in StepLogDirectory.Open(directory).WatchAsync(cancellationToken: cancellationToken))
        {
            if (change.Kind == StepLogChangeKind.Added)
            {
                await foreach (var step in change.Run.FollowAsync(cancellationToken: cancellationToken))
                {
                    show($"{change.Run.RunId}: step {step.Number}, {step.Kind}");
                }
            }
        }
    }
    #endregion

    private void Run(string task, string runId)
    {
        using var log = StepLog.Start(_folder.FullName, new() { Task = task, RunId = runId });
        using (var call = log.ToolCall("Find"))
        {
            call.Complete("found");
        }

        log.Record(new EventStep { Name = "done" });
        log.Complete();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
