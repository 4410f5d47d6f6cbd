using AgentStepLog.FaultTests.Disk;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Ordinals;

/// <summary>A disk that never works again must not fill the memory.</summary>
public sealed class MemoryTests
{
    private const int Calls = 20_000;
    private const int Size = 2_000;
    private const long QueueLimit = 1024 * 1024;

    [Theory]
    [InlineData(nameof(Durability.Queued))]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    public void Stays_bounded_however_much_cannot_be_written(string durability)
    {
        var fails = false;
        var files = new FaultLayer(new ModelDisk(), _ => fails ? Fault.Io : null);
        using var log = StepLog.On(files, new() { Directory = FaultRun.Directory, Durability = Enum.Parse<Durability>(durability), QueueLimit = QueueLimit, KeepSteps = 10 });
        Tools.Say(0, Size);
        _ = log.Steps; // it is written
        fails = true;
        var (most, before) = (0L, 0L);
        for (var label = 1; label <= Calls; label++)
        {
            Tools.Say(label, Size);
            most = Math.Max(most, log.Health.QueuedBytes);
            if (label == Calls / 10)
            {
                files.Forget();
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        files.Forget();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        log.Complete();
        Assert.True(files.Faults >= Calls / 100, $"{files.Faults} faults");
        Assert.InRange(most, 0, QueueLimit + (64 * 1024));
        Assert.True(grown < 16 * 1024 * 1024, $"{grown:N0} bytes more after {Calls:N0} calls of {Size} bytes");
        Assert.Equal(Calls + 1, log.Health.Lost); // run_end, too
    }
}
