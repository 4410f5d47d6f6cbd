using AgentStepLog.FaultTests.Work;
using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Retention;

/// <summary>Starts of runs that name the manifest of this program.</summary>
internal static class ManifestStarts
{
    /// <summary>A child that starts and ends a run for each line that it reads, and then says that run's id.</summary>
    public static void Do(string directory)
    {
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } runId)
        {
            Write(DiskFiles.Instance, directory, runId);
            Console.WriteLine(runId);
        }
    }

    public static void Write(ILogFiles files, string directory, string runId, string? userId = null)
    {
        using var log = Start(files, directory, runId, userId);
        log.Complete();
    }

    // By the assembly's manifest, as any log of a program that has tools.
    public static StepLog Start(ILogFiles files, string directory, string runId, string? userId = null) =>
        StepLog.On(files, new() { Directory = directory, RunId = runId, UserId = userId, Manifest = BuildManifest.Of(typeof(WorkTools).Assembly) });
}
