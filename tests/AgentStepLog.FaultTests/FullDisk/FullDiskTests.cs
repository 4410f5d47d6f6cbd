using AgentStepLog.FaultTests.Subjects;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.FullDisk;

/// <summary>A real disk of two megabytes that runs full.</summary>
public sealed class FullDiskTests
{
    private const int Calls = 6_000;

    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    [InlineData(nameof(Durability.Queued))]
    public void That_stays_full_ends_a_log_with_a_whole_line_and_every_loss_is_counted(string durability)
    {
        using var disk = SmallDisk.Mount();
        var filling = Filling.Do(directory => new StepLogSubject(directory, Enum.Parse<Durability>(durability)), disk.Path, Calls);

        Assert.InRange(filling.Left.Labels.Count, 1_000, Calls - 1);
        Assert.Equal((0, false, false), (filling.Exceptions, filling.ThrowsAtEnd, filling.Left.IsTorn));
        Assert.Equal(Calls - filling.Left.Labels.Count + 1, filling.Counted); // run_end, too
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(Path.Combine(disk.Path, "r.jsonl")).Verdict);
    }

    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    [InlineData(nameof(Durability.Queued))]
    public void That_gets_room_again_has_a_gap_that_tells_of_every_loss(string durability)
    {
        using var disk = SmallDisk.Mount();
        disk.Fill(1024 * 1024);
        using var log = StepLog.Start(disk.Path, new() { RunId = "r", Durability = Enum.Parse<Durability>(durability) });
        for (var label = 0; label < Calls; label++)
        {
            if (label == Calls * 3 / 4)
            {
                Assert.True(log.Steps.Count > 0 && log.Health.IsFailing);
                disk.MakeRoom();
            }

            Assert.Equal(WorkTools.Text(label, label % 1_000 == 0 ? 40_000 : 60), WorkTools.Say(label, label % 1_000 == 0 ? 40_000 : 60));
        }

        log.Complete();
        var files = Directory.EnumerateFiles(disk.Path, "*", SearchOption.AllDirectories).ToDictionary(static path => path, File.ReadAllBytes);
        var left = Survivors.Read(files, disk.Path, "r");
        Assert.Null(left.Flaw);
        Assert.Equal((true, false), (left.HasEnd, left.IsTorn));
        Assert.InRange(left.Lost, 100, Calls);
        Assert.Equal(Calls, left.Records.Count + left.Lost);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Theory]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    [InlineData(nameof(Durability.Queued))]
    public void That_runs_full_under_FailClosed_lets_no_call_through_on_a_short_intent(string durability)
    {
        using var disk = SmallDisk.Mount();
        using var log = StepLog.Start(
            disk.Path, new() { RunId = "r", Durability = Enum.Parse<Durability>(durability), OnLogFailure = LogFailurePolicy.FailClosed });
        var made = 0;
        for (var label = 0; label < 400; label++)
        {
            try
            {
                WorkTools.Say(label, 25_000);
                made++;
            }
            catch (StepLogException)
            {
                Assert.True(log.Health.IsFailing);
            }
        }

        Assert.InRange(made, 50, 100);
        Assert.InRange(made - log.Summarize().ToolCalls, 0, 1);
    }
}
