using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

/// <summary>Blobs of a run whose file was renamed. Each way of reading looks for them by the run's id, as the format says.</summary>
public sealed class RenamedRunTests
{
    private const string Long = "an answer that leaves the line";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blobs_of_a_renamed_file_are_found_by_the_runs_id()
    {
        using var directory = new TempDirectory();
        var answer = string.Concat(Enumerable.Repeat(Long, 1_000));
        using (var log = StepLog.Start(directory.Path, new() { RunId = "before", InlineLimit = 512 }))
        {
            log.Record(new EventStep { Name = "large", Data = JsonText.Of(answer) });
            log.Complete(answer);
        }

        Assert.True(Directory.GetFiles(directory.In("before.blobs")).Length > 0);
        File.Move(directory.In("before.jsonl"), directory.In("copy.jsonl"));
        var run = StepLogDirectory.Open(directory.Path).FindRun("copy")!;

        Assert.Equal(Verdict.SelfConsistent, run.Verify().Verdict);
        Assert.Equal([answer, answer], Texts(run.ReadSteps()));
        Assert.Equal([answer, answer], Texts(await run.FollowAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)));
        Assert.Equal(answer, run.ReadEnd()!.Answer.ToElement().GetString());
    }

    private static List<string?> Texts(IEnumerable<Step> steps) => [.. steps.Select(static step => step switch
    {
        EventStep said => said.Data.ToElement().GetString(),
        RunEndStep end => end.Answer.ToElement().GetString(),
        _ => null,
    }).Where(static text => text is not null)];
}
