using System.Diagnostics;
using System.Globalization;
using AgentStepLog.Benchmarks.Workloads;

namespace AgentStepLog.Benchmarks;

/// <summary>How cost grows: one log of millions of records, and many logs at once. Time should grow with the records, and memory not at all.</summary>
internal static class Growth
{
    private const int Step = 1_000_000;

    public static void Run(int millions, int runs, TextWriter to)
    {
        to.WriteLine("| records | µs a record | MiB in use after a collection | MiB of the process |");
        to.WriteLine("|---|---|---|---|");
        using (var folder = new ScratchFolder())
        using (var log = StepLog.Start(folder.Path, new() { SegmentBytes = 1L << 30 }))
        {
            for (var i = 1; i <= millions; i++)
            {
                var start = Stopwatch.GetTimestamp();
                Calls.Annotated(Step);
                Print(i * (long)Step, Stopwatch.GetElapsedTime(start) / Step, to);
            }

            log.Complete();
            Check(log, (millions * (long)Step) + 2, to);
        }

        to.WriteLine();
        foreach (var keep in (int[])[0, 100])
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| runs at once, 1,000 records each, KeepSteps = {keep} | µs a record | MiB in use after a collection | MiB of the process |"));
            to.WriteLine("|---|---|---|---|");
            foreach (var count in (int[])[10, 100, runs])
            {
                AtOnce(count, keep, to);
            }

            to.WriteLine();
        }
    }

    private static void AtOnce(int runs, int keep, TextWriter to)
    {
        const int Records = 1_000;
        using var folder = new ScratchFolder();
        var start = Stopwatch.GetTimestamp();
        var logs = new StepLog[runs];
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i =>
        {
            logs[i] = StepLog.Start(folder.Path, new() { KeepSteps = keep });
        });

        // Turn by turn, so that all of them are open all the time.
        Parallel.For(0, runs * 10, new ParallelOptions { MaxDegreeOfParallelism = 16 }, turn =>
        {
            using (logs[turn % runs].Use())
            {
                Calls.Annotated(Records / 10);
            }
        });
        var elapsed = Stopwatch.GetElapsedTime(start);
        Print(runs, elapsed / ((long)runs * Records), to);
        foreach (var log in logs)
        {
            log.Complete();
            Check(log, Records + 2, TextWriter.Null);
            log.Dispose();
        }
    }

    private static void Print(long what, TimeSpan each, TextWriter to)
    {
        var live = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        using var process = Process.GetCurrentProcess();
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what:N0} | {each.TotalMicroseconds:N2} | {live:N0} | {process.WorkingSet64 >> 20:N0} |"));
    }

    private static void Check(StepLog log, long lines, TextWriter to)
    {
        var start = Stopwatch.GetTimestamp();
        var found = StepLogVerifier.Verify(log.Path!);
        if (!found.IsIntact || found.Lines < lines)
        {
            throw new InvalidOperationException(found.Message);
        }

        to.WriteLine();
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Verified in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s: {found.Message}"));
    }
}
