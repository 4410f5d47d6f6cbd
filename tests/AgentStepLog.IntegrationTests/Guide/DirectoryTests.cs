namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>Somebody who asks what lies in a directory of logs.</summary>
public sealed class DirectoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public async Task Runs_are_listed_and_one_is_read_step_by_step_and_verified()
    {
        Run("one", "20261130t080000000z-000000000001");
        Run("two", "20261130t080000000z-000000000002");

        var lines = (await ReportAsync(_folder.FullName, TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(["two: Completed, 1 tool calls", "one: Completed, 1 tool calls", "two: 4 steps, SelfConsistent"], lines);
    }

    #region README
    private static async Task<IEnumerable<string>> ReportAsync(string directory, CancellationToken cancellationToken)
    {
        var runs = StepLogDirectory.Open(directory).GetRuns();                                   // names alone, the newest first
        var lines = runs.Select(run => $"{run.ReadHeader().Task}: {run.ReadOutcome()}, {run.ReadSummary().ToolCalls} tool calls").ToList();

        var steps = 0;
        await foreach (var step in runs[0].ReadStepsAsync(cancellationToken: cancellationToken)) // one at a time, of a log of any length
        {
            steps++;
        }

        var verification = await runs[0].VerifyAsync(cancellationToken: cancellationToken);      // in the background
        return lines.Append($"{runs[0].ReadHeader().Task}: {steps} steps, {verification.Verdict}");
    }
    #endregion

    private void Run(string task, string runId)
    {
        using var log = StepLog.Start(_folder.FullName, new() { Task = task, RunId = runId });
        using (var call = log.ToolCall("Find"))
        {
            call.Complete("found");
        }

        log.Event("done");
        log.Complete();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
