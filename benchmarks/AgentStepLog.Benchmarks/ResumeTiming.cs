using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace AgentStepLog.Benchmarks;

/// <summary>How long it takes to go on with a run of 1 GiB. The log is a real one, written by a process of its own that ends without ending the run.</summary>
internal static class ResumeTiming
{
    private const long Size = 1L << 30;
    private const int Rounds = 9;
    private const string RunId = "large";

    public static void Write(string directory)
    {
        var log = StepLog.Start(directory, new() { RunId = RunId, Agent = "benchmark" });
        var data = JsonText.Of(new string('x', 1_000));
        var path = log.Path!;
        for (var i = 0; i % 1_000 != 0 || new FileInfo(path).Length < Size; i++)
        {
            using var call = log.ToolCall("tool " + (i % 20), input: data);
            call.Complete(data);
        }

        Environment.Exit(0); // neither Complete nor Dispose: the run stays open, and its head is somewhere behind
    }

    public static void Run(TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("steplog-resume-").FullName;
        try
        {
            using (var child = Process.Start(Environment.ProcessPath!, ["--resume-write", directory]))
            {
                child.WaitForExit();
            }

            var path = Path.Combine(directory, RunId + ".jsonl");
            output.WriteLine($"{new FileInfo(path).Length:N0} bytes, head {new FileInfo(Path.Combine(directory, RunId + ".head")).Length:N0} bytes");
            output.WriteLine("each first in its process:");
            for (var i = 0; i < Rounds; i++)
            {
                using var child = Process.Start(Environment.ProcessPath!, ["--resume-once", path]);
                child.WaitForExit();
            }

            Resume(path, lines: 450);
            var times = Enumerable.Range(0, Rounds).Select(_ => Resume(path, lines: 450)).Order().ToArray();
            output.WriteLine($"then, with 450 lines (some 1 MB) beyond the head: median {times[Rounds / 2]:0.0} ms, slowest {times[^1]:0.0} ms of {Rounds}");
            File.Delete(Path.Combine(directory, RunId + ".head"));
            output.WriteLine($"without a head, all of it: {Resume(path, lines: 0):0} ms");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Goes on with a run in a process that has done nothing else, and says where the time went.</summary>
    public static void Once(string path, TextWriter output)
    {
        var (methods, compiling, processor, began) =
            (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        StepLog.Resume(path);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:0.0} ms, {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds:0.0} of a processor; {JitInfo.GetCompiledMethodCount() - methods} methods were compiled in {(JitInfo.GetCompilationTime() - compiling).TotalMilliseconds:0.0} ms"));
        output.Flush();
        Environment.Exit(0); // the run stays open
    }

    /// <returns>Milliseconds until the run can be written again.</returns>
    private static double Resume(string path, int lines)
    {
        var began = Stopwatch.GetTimestamp();
        var log = StepLog.Resume(path);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var data = JsonText.Of(new string('x', 1_000));
        for (var i = 0; i < lines; i++)
        {
            using var call = log.ToolCall("tool " + (i % 20), input: data);
            call.Complete(data);
        }

        log.Writer.Abandon();
        log.Dispose();
        return took;
    }
}
