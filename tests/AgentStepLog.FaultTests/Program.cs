using AgentStepLog.FaultTests.Kills;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace AgentStepLog.FaultTests;

/// <summary>The tests; or, where a test started this program once more, what that child is to do.</summary>
internal static class Program
{
    public static int Main(string[] args) =>
        Child.IsMeant ? Child.Do()
        : args.Any(static arg => arg is "--server" or "--internal-msbuild-node") ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult()
        : ConsoleRunner.Run(args).GetAwaiter().GetResult();
}
