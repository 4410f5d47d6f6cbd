namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A program that keeps logs for a limited time.</summary>
public sealed class KeepTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public void Runs_that_are_young_and_few_stay()
    {
        StartDurable(_folder.FullName).Dispose();

        Assert.Empty(Sweep(_folder.FullName));
        Assert.Single(_folder.GetFiles("*.jsonl"));
    }

    #region README
    private static IEnumerable<string> Sweep(string directory)
    {
        var report = StepLogRetention.Apply(directory, new() { MaxAge = TimeSpan.FromDays(90), MaxBytes = 10L << 30 });
        return report.Dropped.Select(run => $"{run.RunId}, last used {run.LastRecord:d}, {run.Bytes} bytes: {run.Reason}");
    }
    #endregion

    private static StepLog StartDurable(string directory) => StepLog.Start(directory, new() { Durability = Durability.Durable });

    public void Dispose() => _folder.Delete(recursive: true);
}
