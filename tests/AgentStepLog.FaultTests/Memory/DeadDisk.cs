using System.Globalization;
using AgentStepLog.FaultTests.Disk;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Memory;

/// <summary>A child that records on a disk that never works again, and prints what that took.</summary>
internal static class DeadDisk
{
    public const int Calls = 20_000;
    public const int Size = 2_000;
    public const long QueueLimit = 1024 * 1024;

    public static void Log(Durability durability)
    {
        var fails = false;
        var files = new FaultLayer(new ModelDisk(), _ => fails ? Fault.Io : null);
        using var log = StepLog.On(files, new() { Directory = FaultRun.Directory, Durability = durability, QueueLimit = durability == Durability.Queued ? QueueLimit : null, KeepSteps = 10 });
        WorkTools.Say(0, Size);
        log.Flush();
        fails = true;
        var (most, before) = (0L, 0L);
        for (var label = 1; label <= Calls; label++)
        {
            WorkTools.Say(label, Size);
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Faults} {most} {grown} {log.Health.Lost}"));
    }
}
