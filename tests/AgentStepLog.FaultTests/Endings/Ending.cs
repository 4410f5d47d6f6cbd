using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;
using AgentStepLog.Files;
using AgentStepLog.Writing;

namespace AgentStepLog.FaultTests.Endings;

/// <summary>A child that records steps under <see cref="Durability.Queued"/>, on a disk that takes none of them before the process ends, and ends without closing its log.</summary>
internal static class Ending
{
    public const int Steps = 200;

    private static StepLog? s_log;

    public static int Do(string how, string directory)
    {
        var disk = new ManualResetEventSlim(true);
        if (how != "on a disk that hangs")
        {
            ProcessEnd.Patience = TimeSpan.FromMinutes(30);

            // Before the log asks for them, so that the disk works by the time the log is told.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => disk.Set();
            AppDomain.CurrentDomain.UnhandledException += (_, _) => disk.Set();
        }

        s_log = StepLog.On(new FaultLayer(DiskFiles.Instance, _ => Wait(disk)), new() { Directory = directory, RunId = "r", Durability = Durability.Queued });
        disk.Reset();
        for (var label = 0; label < Steps; label++)
        {
            WorkTools.Say(label, 60);
        }

        Console.WriteLine(s_log.Health.QueuedBytes);
        Console.Out.Flush();
        switch (how)
        {
            case "by Environment.Exit":
                Environment.Exit(3);
                break;
            case "by Environment.Exit on another thread":
                new Thread(static () => Environment.Exit(3)).Start();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "by an exception":
                throw new InvalidOperationException("Nobody catches this.");
            case "by an exception on another thread":
                new Thread(static () => throw new InvalidOperationException("Nobody catches this.")).Start();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "by FailFast":
                Environment.FailFast("It fails fast.");
                break;
            case "by a signal":
                disk.Set(); // the log alone is told of the signal
                for (var label = Steps; ; label++)
                {
                    WorkTools.Say(label, 60);
                    Console.WriteLine(label);
                }
        }

        return 0;
    }

    private static Fault? Wait(ManualResetEventSlim disk)
    {
        disk.Wait();
        return null;
    }
}
