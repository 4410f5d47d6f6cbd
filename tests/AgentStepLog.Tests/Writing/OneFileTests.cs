using AgentStepLog.Files;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Files;
using AgentStepLog.Tests.Resuming;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>What a run leaves in its directory.</summary>
public sealed class OneFileTests
{
    private const string Manifest = "manifests";

    [Theory]
    [InlineData(Durability.Queued, LogFailurePolicy.FailOpen, 3)]
    [InlineData(Durability.Written, LogFailurePolicy.FailClosed, 3)]
    [InlineData(Durability.Durable, LogFailurePolicy.FailOpen, 3)]
    [InlineData(Durability.Written, LogFailurePolicy.FailOpen, 10_000)]
    public void A_run_that_ended_and_has_no_large_value_leaves_one_file(Durability durability, LogFailurePolicy policy, int calls)
    {
        using var directory = new TempDirectory();
        for (var run = 0; run < 3; run++)
        {
            using var log = StepLog.Start(directory.Path, new() { RunId = $"r{run}", Durability = durability, OnLogFailure = policy, Manifest = SharedDocumentTests.Manifest() });
            for (var i = 0; i < calls; i++)
            {
                Calls.Say("x");
            }

            log.Writer.WriteHeadNow();
            log.Complete();
        }

        Assert.Equal([Manifest, "r0.jsonl", "r1.jsonl", "r2.jsonl"], Entries(directory));
        Assert.Single(Directory.GetFileSystemEntries(directory.In(Manifest)));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(directory.In("r1.jsonl")).Verdict);
    }

    [Fact]
    public void A_run_that_was_resumed_and_ended_leaves_one_file()
    {
        using var directory = new TempDirectory();
        var path = ResumeTests.Abandon(directory, hasHead: true);
        using (var log = StepLog.Resume(path))
        {
            log.Complete();
        }

        Assert.Equal(["r.jsonl"], Entries(directory));
        Assert.Throws<StepLogException>(() => StepLog.Resume(path));
        Assert.Equal(["r.jsonl"], Entries(directory)); // nor does a look at it leave any
    }

    [Fact]
    public void A_run_of_several_files_keeps_the_head_that_names_the_last_one()
    {
        using var directory = new TempDirectory();
        using (var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = 64 * 1024 }))
        {
            while (log.Health.Segment < 2)
            {
                Calls.Say(new string('x', 5000));
            }

            log.Complete();
        }

        Assert.Equal(["r.2.jsonl", "r.head", "r.jsonl"], Entries(directory));
        Assert.True(HeadTests.Head(directory).GetProperty("ended").GetBoolean());
    }

    [Fact]
    public void A_run_that_could_not_be_ended_keeps_its_head_and_can_be_resumed()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        using (var log = StepLog.On(files, new() { Directory = directory.Path, RunId = "r" }))
        {
            Calls.Say("x");
            log.Writer.WriteHeadNow();
            files.Fails = static call => call == "append";
            log.Complete();
        }

        Assert.Equal(["r.head", "r.jsonl", "r.lock"], Entries(directory));
        using var resumed = StepLog.Resume(directory.In("r.jsonl"));
        resumed.Complete();
        Assert.Equal(["r.jsonl"], Entries(directory));
    }

    [Fact]
    public void A_log_that_somebody_deleted_and_that_cannot_be_written_anew_keeps_the_head_that_knows_of_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no file that is open goes there
        }

        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        using var log = StepLog.On(files, new() { Directory = directory.Path, RunId = "r" });
        Calls.Say("x");
        log.Writer.WriteHeadNow();
        File.Delete(log.Path!);
        files.Fails = static call => call == "create";
        log.Complete();
        Assert.Equal(3, log.Health.Lost);
        Assert.Equal(["r.head"], Entries(directory));
    }

    [Fact]
    public void A_head_that_cannot_be_taken_away_is_mentioned_and_contradicts_nothing()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        using var log = StepLog.On(files, new() { Directory = directory.Path, RunId = "r" });
        Calls.Say("x");
        log.Writer.WriteHeadNow();
        files.Fails = static call => call == "delete head";
        log.Complete();
        Assert.Contains(files.Reason, log.Health.LastFailure, StringComparison.Ordinal);
        Assert.Equal(0, log.Health.Lost);
        Assert.Equal(["r.head", "r.jsonl"], Entries(directory));
        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (StepLogVerifier.Verify(log.Path!).Verdict, StepLogVerifier.Verify(log.Path!).Outcome));
        Assert.Contains("the run was ended", Assert.Throws<StepLogException>(() => StepLog.Resume(log.Path!)).Message, StringComparison.Ordinal);
    }

    private static string[] Entries(TempDirectory directory) =>
        [.. Directory.GetFileSystemEntries(directory.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
