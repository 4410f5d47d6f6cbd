using Serilog;
using Serilog.Formatting.Json;

namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>
/// Writes records of the same fields to a fresh file, opening and closing included. Both hand each record to the operating
/// system before they go on; only ours is hashed.
/// </summary>
internal static class Logs
{
    public static long StepLogFile(int count)
    {
        using var folder = new ScratchFolder();
        using var log = StepLog.Start(folder.Path, new() { KeepSteps = 0 });
        var sum = Calls.Annotated(count);
        log.Complete();
        return sum;
    }

    /// <summary>The same with other options, or with somebody who is told of each record.</summary>
    /// <param name="count">How many records.</param>
    /// <param name="options">The options.</param>
    /// <param name="subscribedTo">What the subscriber asks for; null for none.</param>
    public static long StepLogFile(int count, StepLogOptions options, string? subscribedTo = null)
    {
        using var folder = new ScratchFolder();
        using var log = StepLog.Start(folder.Path, options);
        var told = 0L;
        using var subscription = subscribedTo is null ? null : log.Subscribe(subscribedTo, _ => told++);
        var sum = Calls.Annotated(count);
        log.Complete();
        return sum + told;
    }

    public static long StepLogFileTasks(int count)
    {
        using var folder = new ScratchFolder();
        using var log = StepLog.Start(folder.Path, new() { KeepSteps = 0 });
        var sum = Calls.AnnotatedTasks(count).GetAwaiter().GetResult();
        log.Complete();
        return sum;
    }

    public static long StepLogMemory(int count)
    {
        using var log = StepLog.InMemory(new() { KeepSteps = 0 });
        var sum = Calls.AnnotatedTasks(count).GetAwaiter().GetResult();
        log.Complete();
        return sum;
    }

    public static long SerilogFile(int count)
    {
        using var folder = new ScratchFolder();
        using var logger = new LoggerConfiguration()
            .WriteTo.File(new JsonFormatter(), Path.Combine(folder.Path, "log.jsonl"), buffered: false, fileSizeLimitBytes: null)
            .CreateLogger();
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var found = SearchTools.FindPlain("StepLog", i, exact: true, 0.5, "src");
            logger.Information(
                "{Step} {Tool} {Method} {Query} {Limit} {Exact} {Weight} {Path} {Output} {DurationMs}",
                i, "Find", "AgentStepLog.Benchmarks.Workloads.SearchTools.Find", "StepLog", i, true, 0.5, "src", found,
                TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            sum += found;
        }

        return sum;
    }
}
