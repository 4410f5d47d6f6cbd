namespace AgentStepLog.PackageTests.Support;

/// <summary>
/// A build server and a compiler server that only these tests use, and that end with them. A build that starts its own spends most of its time on starting.
/// </summary>
internal sealed class BuildServers : IAsyncDisposable
{
    private readonly string _name = "agentsteplog-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>What a build needs in its environment to use them.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "0",
        ["MSBUILDNODEHANDSHAKESALT"] = _name,
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = _name,
        // Measuring the servers' methods before they are optimised costs more than it gains.
        ["DOTNET_TieredPGO"] = "0",
    };

    public async ValueTask DisposeAsync()
    {
        await CommandLine.DotNetAsync(AppContext.BaseDirectory, ["build-server", "shutdown", "--msbuild"], Environment);
        await CommandLine.DotNetAsync(AppContext.BaseDirectory, ["exec", Repository.CompilerServer, "-shutdown", "-pipename:" + _name]);
    }
}
