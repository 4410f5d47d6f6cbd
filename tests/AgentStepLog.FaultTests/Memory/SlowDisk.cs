using System.Diagnostics;
using System.Globalization;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Memory;

/// <summary>A child in which many threads record more than it may have of memory, on a slow disk; it prints what it took.</summary>
internal static class SlowDisk
{
    public const int Threads = 16;
    public const int CallsEach = 800;
    public const int Size = 16_000;
    public const long QueueLimit = 4 * 1024 * 1024;
    public const long MaxHeap = 64 * 1024 * 1024;

    public static void Log()
    {
        using var process = Process.GetCurrentProcess();
        var files = new SinkFiles(delay: TimeSpan.FromMilliseconds(2));
        var log = StepLog.On(files, new() { Durability = Durability.Queued, QueueLimit = QueueLimit, KeepSteps = 0 });
        WorkTools.Say(0, Size);
        log.Flush();
        process.Refresh();
        var (before, most) = (process.PeakWorkingSet64, 0L);
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            using (log.Use())
            {
                for (var i = 0; i < CallsEach; i++)
                {
                    WorkTools.Say((thread * CallsEach) + i, Size);
                }
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        while (threads.Exists(static thread => !thread.Join(1)))
        {
            most = Math.Max(most, log.Health.QueuedBytes);
        }

        log.Complete();
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{files.Lines} {log.Health.Lost} {most} {process.PeakWorkingSet64 - before} {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes}"));
    }
}
