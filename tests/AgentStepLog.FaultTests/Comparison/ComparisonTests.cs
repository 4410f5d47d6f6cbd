using System.Globalization;
using System.Text;
using AgentStepLog.FaultTests.FullDisk;
using AgentStepLog.FaultTests.Kills;
using AgentStepLog.FaultTests.Subjects;

namespace AgentStepLog.FaultTests.Comparison;

/// <summary>The table of docs/reliability.md. The environment variable AGENTSTEPLOG_COMPARE says how often each logger is killed; without it nothing is compared.</summary>
public sealed class ComparisonTests
{
    private const int CallsOnFullDisk = 30_000;

    [Fact]
    public async Task Other_loggers_beside_this_one()
    {
        var kills = Environment.GetEnvironmentVariable("AGENTSTEPLOG_COMPARE");
        Assert.SkipWhen(kills is null, "Set AGENTSTEPLOG_COMPARE to the number of kills for each logger, such as 8.");
        var table = new StringBuilder();
        foreach (var (name, start) in Subject.All)
        {
            var tally = await KillAsync(name, int.Parse(kills!, CultureInfo.InvariantCulture));
            using var disk = SmallDisk.Mount();
            var full = Filling.Do(start, disk.Path, CallsOnFullDisk);
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {tally.Acknowledged:N0} | {tally.Missing:N0} ({100.0 * tally.Missing / tally.Acknowledged:0.##} %) | {tally.Torn}/{tally.Kills} | {full.Left.Labels.Count:N0} | {full.Counted?.ToString("N0", CultureInfo.InvariantCulture) ?? "-"} | {full.SilentlyLost:N0} | {full.Exceptions:N0}{(full.ThrowsAtEnd ? " and at close" : "")} | {(full.Left.IsTorn ? "yes" : "no")} |");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(table.ToString());
        Assert.Equal(Subject.All.Count, table.ToString().Count(static c => c == '\n'));
    }

    private static async Task<Tally> KillAsync(string name, int kills)
    {
        var (tally, random) = (new Tally(), new Random(kills));
        for (var i = 0; i < kills; i++)
        {
            var directory = Directory.CreateTempSubdirectory("steplog-kill-");
            tally.Add(await Killing.DoAsync(name, directory.FullName, random));
            directory.Delete(recursive: true);
        }

        return tally;
    }
}
