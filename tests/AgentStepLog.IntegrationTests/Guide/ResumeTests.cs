namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A run whose process crashed is resumed.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public void A_run_that_crashed_is_resumed_and_names_the_calls_without_an_outcome()
    {
        var crashed = Crash();

        var (log, open) = Resume(crashed);
        using (log)
        {
            log.Record(new EventStep { Name = "after" });
            log.Complete();
        }

        Assert.Equal(["Pay"], open);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(crashed).Verdict);
        Assert.Equal(RunOutcome.Completed, StepLogFile.Read(crashed).Outcome);
    }

    // What a process leaves behind that dies in the middle of a call.
    private string Crash()
    {
        using var log = StepLog.Start(_folder.FullName, new() { Durability = Durability.Durable, OnLogFailure = LogFailurePolicy.FailClosed });
        using var call = log.ToolCall("Pay");
        var copy = Path.Combine(_folder.CreateSubdirectory("crashed").FullName, Path.GetFileName(log.Path!));
        using (var file = File.Create(copy))
        {
            log.CopyTo(file);
        }

        var manifests = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(copy)!, "manifests"));
        foreach (var manifest in Directory.GetFiles(Path.Combine(_folder.FullName, "manifests")))
        {
            File.Copy(manifest, Path.Combine(manifests.FullName, Path.GetFileName(manifest)));
        }

        call.Complete();
        return copy;
    }

    #region README
    private static (StepLog Log, IReadOnlyList<string?> Open) Resume(string path)
    {
        var log = StepLog.Resume(path);     // or Resume(directory, runId), or ShopLog.Resume
        return (log, [.. log.OpenIntents.Select(intent => intent.Tool)]);   // began before the crash, outcome unknown
    }
    #endregion

    public void Dispose() => _folder.Delete(recursive: true);
}
