using System.Diagnostics;
using System.Globalization;
using AgentStepLog.Benchmarks.Workloads;

namespace AgentStepLog.Benchmarks;

/// <summary>What reading costs as logs grow: time and memory of one large log that is read a step at a time, and time per run of a directory of many.</summary>
internal static class ReadingCost
{
    private const int TextLength = 2_000; // twice in a line

    public static void Run(long bytes, int runs, TextWriter to)
    {
        using var folder = new ScratchFolder();
        Log(folder.Path, bytes, to);
        Directory(Path.Combine(folder.Path, "runs"), runs, to);
    }

    private static void Log(string folder, long bytes, TextWriter to)
    {
        var text = JsonText.Of(new string('x', TextLength));
        using (var log = StepLog.Start(folder, new() { RunId = "large", KeepSteps = 0 }))
        {
            for (var written = 0L; written < bytes; written += 2 * TextLength)
            {
                using var call = log.ToolCall("Find", text);
                call.Complete(text);
            }

            log.Complete();
        }

        var path = Path.Combine(folder, "large.jsonl");
        var start = Stopwatch.GetTimestamp();
        var steps = StepLogFile.ReadSteps(path).LongCount();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{new FileInfo(path).Length} bytes, {steps} steps: {seconds:F1} s to read, most memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        File.Delete(path);
    }

    private static void Directory(string folder, int runs, TextWriter to)
    {
        for (var i = 0; i < runs; i++)
        {
            using var log = StepLog.Start(folder, new() { Task = "one of many", KeepSteps = 0 });
            for (var call = 0; call < 5; call++)
            {
                using var scope = log.ToolCall("Find", JsonText.Of("where"));
                scope.Complete("there");
            }

            log.Complete();
        }

        Thread.Sleep(TimeSpan.FromSeconds(4)); // a directory that was just written is listed again for each question
        to.WriteLine("of each of so many runs | µs");
        var listed = StepLogDirectory.Open(folder).GetRuns();
        Time("names, newest first", () => StepLogDirectory.Open(folder).GetRuns());
        Time("header", () => listed.Count(static run => run.ReadHeader().Number == 0));
        Time("outcome", () => listed.Count(static run => run.ReadOutcome() == RunOutcome.Completed));
        Time("totals", () => listed.Sum(static run => run.ReadSummary().ToolCalls));
        Time("verdict", () => listed.Count(static run => run.Verify().IsIntact));

        void Time(string what, Func<object> read)
        {
            var start = Stopwatch.GetTimestamp();
            var result = read();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} | {Stopwatch.GetElapsedTime(start).TotalMicroseconds / runs:F1} ({runs} runs, {result switch { IReadOnlyList<StepLogRun> all => all.Count, _ => result }})"));
        }
    }
}
