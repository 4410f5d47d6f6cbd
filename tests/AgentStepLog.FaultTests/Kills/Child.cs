using System.Diagnostics;
using AgentStepLog.FaultTests.Endings;
using AgentStepLog.FaultTests.Memory;
using AgentStepLog.FaultTests.Retention;

namespace AgentStepLog.FaultTests.Kills;

/// <summary>This program once more, as a child that does one thing.</summary>
internal static class Child
{
    private const string Variable = "STEPLOG_FAULT_CHILD";

    /// <summary>Whether this process is one.</summary>
    public static bool IsMeant => Environment.GetEnvironmentVariable(Variable) is not null;

    /// <summary>How one is started. Its output is redirected.</summary>
    public static ProcessStartInfo Doing(params string[] what)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(Child).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Variable] = string.Join('|', what);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    /// <summary>Runs one to its end.</summary>
    /// <returns>Its exit code, and what it printed.</returns>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(ProcessStartInfo start)
    {
        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEndAsync();
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, output, await error);
    }

    /// <summary>Does what it was started for.</summary>
    public static int Do()
    {
        switch (Environment.GetEnvironmentVariable(Variable)!.Split('|'))
        {
            case ["log", var subject, var directory, var threads, var isPlain]:
                Logging.Do(subject, directory, threads, isPlain);
                return 1; // it ends by being killed
            case ["end", var how, var directory]:
                return Ending.Do(how, directory);
            case ["dead disk", var durability]:
                DeadDisk.Log(Enum.Parse<Durability>(durability));
                return 0;
            case ["slow disk"]:
                SlowDisk.Log();
                return 0;
            case ["start runs", var directory]:
                ManifestStarts.Do(directory);
                return 0;
            default:
                return 1;
        }
    }
}
