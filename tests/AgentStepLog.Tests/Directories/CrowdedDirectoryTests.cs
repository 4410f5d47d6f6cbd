using System.Diagnostics;
using System.Globalization;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

/// <summary>Ten thousand files whose names are alike: what is asked of all of them takes time by their number, and not by its square.</summary>
public sealed class CrowdedDirectoryTests
{
    private const int Files = 10_000;

    // By the square of their number it takes minutes.
    private static readonly TimeSpan s_few = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("r.{0}.jsonl", true, 1)] // all are next files of one run
    [InlineData("r.{0}.jsonl", false, Files)] // each may be one of a run that is not there
    public void Files_whose_names_are_alike_are_listed_and_measured(string name, bool hasFirst, int runs)
    {
        using var directory = new TempDirectory();
        Fill(directory, name, hasFirst);
        Directory.SetLastWriteTimeUtc(directory.Path, DateTime.UtcNow.AddHours(-1)); // nothing has changed since
        var began = Stopwatch.GetTimestamp();
        var listed = StepLogDirectory.Open(directory.Path).GetRuns();
        Assert.Equal(runs, listed.Count);
        Assert.Equal(hasFirst ? new FileInfo(directory.In("r.jsonl")).Length : 0, listed.Sum(static run => run.GetLength()));
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, s_few);
    }

    [Fact]
    public async Task A_directory_that_changes_all_the_time_is_listed_once_for_all_runs_that_are_watched()
    {
        using var directory = new TempDirectory();
        Fill(directory, "r.x{0}.jsonl", hasFirst: true);
        Directory.SetLastWriteTimeUtc(directory.Path, DateTime.UtcNow.AddHours(1)); // looks as if it had just changed, whenever it is looked at
        var began = Stopwatch.GetTimestamp();
        var listed = StepLogDirectory.Open(directory.Path);
        Assert.Equal(Files + 1, await listed.WatchAsync(cancellationToken: Cancellation).Take(Files + 1).CountAsync(Cancellation));
        Assert.Equal("r", listed.FindRun("r")!.ReadHeader().RunId);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, s_few);
    }

    private static void Fill(TempDirectory directory, string name, bool hasFirst)
    {
        for (var i = 2; i < Files + 2; i++)
        {
            File.Create(directory.In(string.Format(CultureInfo.InvariantCulture, name, i))).Dispose(); // empty ones are soon made and soon gone
        }

        if (hasFirst)
        {
            directory.Write("r.jsonl", new HandWrittenLog("r").Header().ToArray());
        }
    }
}
