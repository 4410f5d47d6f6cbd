using System.Diagnostics;
using System.Globalization;

namespace AgentStepLog.Benchmarks.Tools;

/// <summary>The first call of the first tool in a fresh process: functions are made, and one is called. Each turn is a process of its own.</summary>
internal static class ColdStart
{
    private const int Rounds = 15;
    private static readonly string[] s_contenders = ["theirs", "ours"];

    public static void RunAll(TextWriter to)
    {
        var times = s_contenders.ToDictionary(static c => c, static _ => new List<(double First, double Process)>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var contender in s_contenders)
            {
                var turn = Start(contender);
                if (round > 0)      // the first one reads the files from disk
                {
                    times[contender].Add(turn);
                }
            }
        }

        to.WriteLine();
        to.WriteLine("### The first call of the first tool in a fresh process");
        to.WriteLine();
        to.WriteLine("| | first call, ms, median | min – max | whole process, ms, median | ratio |");
        to.WriteLine("|---|---|---|---|---|");
        foreach (var contender in s_contenders)
        {
            var first = times[contender].Select(static t => t.First).Order().ToList();
            var process = times[contender].Select(static t => t.Process).Order().ToList();
            var theirs = times["theirs"].Select(static t => t.First).Order().ElementAt(Rounds / 2);
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {(contender == "theirs" ? "AIFunction" : "tool table")} | {first[Rounds / 2]:N1} | {first[0]:N1} – {first[^1]:N1} | {process[Rounds / 2]:N0} | {first[Rounds / 2] / theirs:N2} |"));
        }
    }

    /// <summary>In the process of its own: prints the milliseconds from nothing to the text that a model reads.</summary>
    public static void RunOne(string contender, TextWriter to)
    {
        var call = BenchCall.All[^2];
        var start = Stopwatch.GetTimestamp();
        var text = contender == "theirs" ? TheirTools.Invoke(TheirTools.Create(call), call.Json) : OurTools.Invoke(OurTools.Create(call), call.Json);
        var elapsed = Stopwatch.GetElapsedTime(start);
        GC.KeepAlive(text);
        to.WriteLine(elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static (double First, double Process) Start(string contender)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "--cold", contender },
            RedirectStandardOutput = true,
        })!;
        var first = double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
        process.WaitForExit();
        return (first, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
