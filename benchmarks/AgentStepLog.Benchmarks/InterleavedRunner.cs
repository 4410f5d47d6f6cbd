using System.Diagnostics;
using System.Globalization;
using AgentStepLog.Benchmarks.Recorders;
using AgentStepLog.Benchmarks.Tools;
using AgentStepLog.Benchmarks.Workloads;
using AgentStepLog.Benchmarks.Wrappers;

namespace AgentStepLog.Benchmarks;

/// <summary>
/// Measures contenders turn by turn in one process and compares medians: on a machine with noisy neighbours, what is measured
/// minutes apart cannot be compared.
/// </summary>
internal static class InterleavedRunner
{
    private static readonly Contest[] s_contests =
    [
        new("A call without an active log", 20_000_000, 11,
            new("direct", Calls.Direct),
            new("annotated", Calls.Annotated),
            new("annotated, records itself", Calls.SelfRecording)),
        WrapperContest.Contest,
        new("A completed Task<int> without an active log", 10_000_000, 11,
            new("direct", static n => Calls.DirectTasks(n).GetAwaiter().GetResult()),
            new("annotated", static n => Calls.AnnotatedTasks(n).GetAwaiter().GetResult())),
        new("A record of 5 arguments to a file, each given to the OS, opening and closing included", 20_000, 11,
            new("Serilog.Sinks.File, JSON, not hashed", Logs.SerilogFile),
            new("StepLog, hashed and chained", Logs.StepLogFile),
            new("of which SHA-256 of the line", LineParts.Hashed),
            new("of which one write of the line", LineParts.Written)),
        new("The same record with what a log may be asked for besides", 20_000, 11,
            new("nothing", Logs.StepLogFile),
            new("the last 100 steps are kept", static n => Logs.StepLogFile(n, new() { KeepSteps = 100 })),
            new("contents as hashes", static n => Logs.StepLogFile(n, new() { KeepSteps = 0, ToolContent = CaptureMode.Hash })),
            new("no contents", static n => Logs.StepLogFile(n, new() { KeepSteps = 0, ToolContent = CaptureMode.None })),
            new("a subscriber to other types", static n => Logs.StepLogFile(n, new() { KeepSteps = 0 }, "llm_call")),
            new("a subscriber to all", static n => Logs.StepLogFile(n, new() { KeepSteps = 0 }, "**"))),
        new("A completed Task<int>, recorded", 20_000, 11,
            new("direct, not recorded", static n => Calls.DirectTasks(n).GetAwaiter().GetResult()),
            new("recorded in memory", Logs.StepLogMemory),
            new("recorded to a file", Logs.StepLogFileTasks)),
    ];

    public static void RunAll(TextWriter to)
    {
        foreach (var contest in s_contests)
        {
            Run(contest, to);
        }
    }

    public static void RunJson(TextWriter to)
    {
        foreach (var contest in JsonContests.All)
        {
            Run(contest, to);
        }
    }

    public static void RunRecords(TextWriter to)
    {
        foreach (var contest in RecordContests.All)
        {
            Run(contest, to);
        }
    }

    /// <summary>The contests of a file's records, and those above, whose title has this in it.</summary>
    public static void RunMatching(string part, TextWriter to)
    {
        foreach (var contest in Matching(part))
        {
            Run(contest, to);
        }
    }

    /// <summary>Only one contender, again and again: for a profiler, or to compare two builds by the processor time that each turn takes.</summary>
    public static void Profile(string part, string name, int turns, TextWriter to)
    {
        var contest = Matching(part).First();
        var contender = contest.Contenders.First(c => c.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        Measure(contender, contest.Count);
        Measure(contender, contest.Count);
        for (var turn = 0; turn < turns; turn++)
        {
            var (user, kernel) = (Environment.CpuUsage.UserTime, Environment.CpuUsage.PrivilegedTime);
            contender.Run(contest.Count);
            var (userNow, kernelNow) = (Environment.CpuUsage.UserTime, Environment.CpuUsage.PrivilegedTime);
            contender.Check?.Invoke(contest.Count);
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contender.Name}: user {(userNow - user).TotalNanoseconds / contest.Count:N0} ns, kernel {(kernelNow - kernel).TotalNanoseconds / contest.Count:N0} ns"));
        }
    }

    private static IEnumerable<Contest> Matching(string part) =>
        s_contests.Concat(RecordContests.All).Where(c => c.Title.Contains(part, StringComparison.OrdinalIgnoreCase));

    public static void RunDurable(TextWriter to)
    {
        foreach (var contest in RecordContests.Durable)
        {
            Run(contest, to);
        }
    }

    public static void RunTools(TextWriter to)
    {
        foreach (var contest in ToolContests.All)
        {
            Run(contest, to);
        }
    }

    public static void RunVerifier(TextWriter to)
    {
        foreach (var output in (int[])[100, 1_500, 16_000])
        {
            using var log = new Verifying(output > 10_000 ? 5_000 : 50_000, output);
            Run(new($"Verifying a log of {log.BytesOfLine} bytes a line", 50_000, 11, new("bare loop that hashes each line", log.BareLoop), new("verifier, one thread", log.VerifierOfOneThread), new("verifier", log.Verifier)), to);
        }
    }

    private static void Run(Contest contest, TextWriter to)
    {
        var turns = contest.Contenders.ToDictionary(static c => c, static _ => new List<(double Nanoseconds, double Bytes)>());
        foreach (var contender in contest.Contenders)
        {
            Measure(contender, contest.Count);      // the compiler's tiers, caches
            Measure(contender, contest.Count);
        }

        for (var round = 0; round < contest.Rounds; round++)
        {
            foreach (var contender in contest.Contenders)
            {
                turns[contender].Add(Measure(contender, contest.Count));
            }
        }

        to.WriteLine();
        to.WriteLine($"### {contest.Title}");
        to.WriteLine();
        to.WriteLine("| | ns, median | min – max | B | ratio |");
        to.WriteLine("|---|---|---|---|---|");
        var baseline = Median(turns[contest.Contenders[0]].Select(static t => t.Nanoseconds));
        foreach (var contender in contest.Contenders)
        {
            var times = turns[contender].Select(static t => t.Nanoseconds).ToArray();
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contender.Name} | {Median(times):N1} | {times.Min():N1} – {times.Max():N1} | {Median(turns[contender].Select(static t => t.Bytes)):N0} | {Median(times) / baseline:N2} |"));
        }
    }

    private static (double Nanoseconds, double Bytes) Measure(Contender contender, int count)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(contender.Run(count));
        var elapsed = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        contender.Check?.Invoke(count);
        return (elapsed.TotalNanoseconds / count, allocated / (double)count);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
