using System.Diagnostics;
using System.Runtime.CompilerServices;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Integrity;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Support;

/// <summary>This program once more, as a child that does one thing and ends.</summary>
internal static class ChildProcess
{
    private const string Variable = "STEPLOG_TESTS_CHILD";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    /// <summary>How the child is started. Its output is redirected.</summary>
    public static ProcessStartInfo Doing(string what, string directory)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(ChildProcess).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment[Variable] = $"{what}|{directory}";
        return start;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its standard output and error.</returns>
    public static async Task<(string Output, string Error)> RunAsync(ProcessStartInfo start)
    {
        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0, $"The child ended with {child.ExitCode}: {output}{await error}");
        return (output, await error);
    }

    // Before the test runner looks at anything.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is [var what, var directory])
        {
            try
            {
                Do(what, directory);
                Environment.Exit(0);
            }
            catch (Exception e)
            {
                Console.Error.WriteLine(e);
                Environment.Exit(1);
            }
        }
    }

    private static void Do(string what, string directory)
    {
        switch (what)
        {
            case "log":
                Log(new() { Directory = directory });
                break;
            case "log alone":
                Log(new() { Directory = directory, InheritParent = false });
                break;
            case "hold":
                Hold(directory);
                break;
            case "hold ring":
                HoldRing(directory);
                break;
            case "make ring":
                MakeRing(directory);
                break;
            case "hand on":
                HandOn(directory is "" ? null : directory);
                break;
            case "everything":
                Everything(directory);
                break;
            case "unrecorded":
                UnrecordedChild.Run(directory);
                break;
            default:
                throw new ArgumentException(what);
        }
    }

    private static void Hold(string directory)
    {
        using var log = StepLog.Start(directory, new() { RunId = "held", Agent = "surf" });
        Calls.Say("before the end");
        _ = log.AgentCall("search", input: JsonText.Of("reef"));
        Console.WriteLine("held");
        Thread.Sleep(Timeout.Infinite);
    }

    private static void HoldRing(string ring)
    {
        using var held = new FileStream(ring + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Console.WriteLine("held");
        Thread.Sleep(Timeout.Infinite);
    }

    private static void MakeRing(string ring)
    {
        try
        {
            FileKeyRing.Create(ring, s_patience);
            Console.WriteLine("made");
        }
        catch (StepLogException)
        {
            FileKeyRing.Open(ring, s_patience);
            Console.WriteLine("opened");
        }
    }

    private static void Log(StepLogOptions options)
    {
        using var log = StepLog.Start(options);
        log.Complete();
    }

    private static void HandOn(string? parent)
    {
        using var log = StepLog.InMemory(new() { RunId = "own", ParentRunId = parent });
        var start = new ProcessStartInfo("child");
        log.CreateLink().AddTo(start);
        using var request = new HttpRequestMessage();
        log.CreateLink().AddTo(request);
        Console.WriteLine($"{start.Environment.TryGetValue("AGENTSTEPLOG_PARENT_RUN_ID", out var run)} {run} {request.Headers.Contains("traceparent")} {string.Join(',', request.Headers.TryGetValues("tracestate", out var state) ? state : [])}");
    }

    private static void Everything(string directory)
    {
        var got = 0;
        using var log = StepLog.Start(Path.Combine(directory, "logs"));
        log.Subscribe("**", _ => got++);
        using (log.Use())
        {
            Calls.Say("direct");
            Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () => 1, log: log);
            Calls.Value(RecordedMethod.Tool("Surf.Tools.Strict", "Strict", WhenNoLog.Throw), 1, static (w, v) => w.Value(v), () => 1);
        }

        log.Record(new EventStep { Name = "by hand" });
        using (var call = log.ToolCall("tool"))
        {
            call.Complete();
        }

        log.LlmCall("model").Dispose();
        StepLog.Note("nowhere");
        using var second = StepLog.InMemory();
        log.Complete();
        log.Dispose();
        Console.WriteLine($"{log.Health.IsOff} {log.Health.Steps} {log.Steps.Count} {log.ToArray().Length} {log.Summarize().Steps} {log.Path ?? "-"} {got} {RunLog.AnyOpen} {UnrecordedCalls.Total}");
    }
}
