using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using AgentStepLog.FaultTests.Subjects;

namespace AgentStepLog.FaultTests.Kills;

/// <summary>This program once more, as a child that logs until it is killed, and reports each step over a pipe once its call has returned.</summary>
internal static class Child
{
    private const string Variable = "STEPLOG_FAULT_CHILD";

    /// <summary>How the child is started.</summary>
    public static ProcessStartInfo Logging(string subject, string directory, int threads, bool isPlain)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(Child).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Variable] = string.Create(CultureInfo.InvariantCulture, $"{subject}|{directory}|{threads}|{isPlain}");
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    // Before the test runner looks at anything.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is [var subject, var directory, var threads, var isPlain])
        {
            try
            {
                Log(Subject.All[subject](directory), int.Parse(threads, CultureInfo.InvariantCulture), bool.Parse(isPlain));
            }
            catch (Exception e)
            {
                Console.Error.WriteLine(e);
            }

            Environment.Exit(1); // it ends by being killed
        }
    }

    private static void Log(Subject subject, int threads, bool isPlain)
    {
        using var pipe = Console.OpenStandardOutput();
        var next = -1L;
        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Go) { IsBackground = true }).ToList();
        others.ForEach(static thread => thread.Start());
        Go();

        void Go()
        {
            Span<byte> report = stackalloc byte[sizeof(long)]; // less than a pipe takes at once or not at all
            while (true)
            {
                var label = Interlocked.Increment(ref next);
                subject.Log(label, !isPlain && label % 200 == 199 ? 40_000 : 200);
                BinaryPrimitives.WriteInt64LittleEndian(report, label);
                pipe.Write(report);
            }
        }
    }
}
