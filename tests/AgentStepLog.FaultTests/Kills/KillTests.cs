using System.Globalization;
using AgentStepLog.FaultTests.Subjects;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Kills;

/// <summary>Processes that are killed while they log. The environment variable AGENTSTEPLOG_KILLS says how many; 20 without it.</summary>
public sealed class KillTests
{
    private static readonly (string Subject, int Threads)[] s_ways =
    [
        ("AgentStepLog Written", 1), ("AgentStepLog Durable", 1), ("AgentStepLog Written", 4), ("AgentStepLog Durable", 4), ("AgentStepLog Queued", 2),
    ];

    [Fact]
    public async Task Leave_every_acknowledged_step_and_a_log_that_verifies_and_is_gone_on_with()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("AGENTSTEPLOG_KILLS") ?? "20", CultureInfo.InvariantCulture);
        var random = new Random(kills);
        var tallies = s_ways.ToDictionary(static way => way, static _ => new Tally());
        for (var i = 0; i < kills; i++)
        {
            var way = s_ways[i % s_ways.Length];
            var directory = Directory.CreateTempSubdirectory("steplog-kill-");
            var killing = await Killing.DoAsync(way.Subject, directory.FullName, random, way.Threads, isPlain: false);
            tallies[way].Add(killing);
            AssertSound(directory.FullName, $"kill {i}, {way}");
            if (way.Subject != "AgentStepLog Queued")
            {
                Assert.True(killing.Missing == 0, $"kill {i}, {way}: {killing.Missing} of {killing.Acknowledged.Count} are gone");
            }

            directory.Delete(recursive: true);
        }

        foreach (var (way, tally) in tallies)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{way.Subject}, {way.Threads} threads: {tally}");
        }

        Assert.Equal(kills, tallies.Values.Sum(static tally => tally.Kills));
        Assert.True(tallies.Values.Sum(static tally => tally.Acknowledged) > kills);
    }

    // By the words of the format, and by the library; then the run is resumed and ended.
    private static void AssertSound(string directory, string which)
    {
        var files = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToDictionary(static path => path, File.ReadAllBytes);
        var left = Survivors.Read(files, directory, StepLogSubject.RunId);
        Assert.True(left.Flaw is null, $"{which}: {left.Flaw}");
        var verification = StepLogVerifier.Verify(Path.Combine(directory, StepLogSubject.RunId + ".jsonl"));
        Assert.True(verification.Verdict is Verdict.SelfConsistent or Verdict.Torn, $"{which}: {verification.Message}");

        using var log = StepLog.Resume(directory, StepLogSubject.RunId);
        log.Complete();
        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (StepLogVerifier.Verify(log.Path!).Verdict, StepLogVerifier.Verify(log.Path!).Outcome));
    }
}
