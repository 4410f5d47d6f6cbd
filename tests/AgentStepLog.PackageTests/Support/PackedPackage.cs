namespace AgentStepLog.PackageTests.Support;

/// <summary>The package and the one that it depends on, packed once for all tests into a feed of their own, under a version that no other feed can have.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The version that consumers ask for.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    internal BuildServers Servers { get; } = new();

    internal string Feed => Path.Combine(_folder.Path, "feed");

    internal string File => Path.Combine(Feed, $"AgentStepLog.{Version}.nupkg");

    internal string FormatFile => Path.Combine(Feed, $"AgentStepLog.Format.{Version}.nupkg");

    internal string SymbolFile => Path.ChangeExtension(File, ".snupkg");

    /// <summary>Where consumers restore to. Empty before the first of them.</summary>
    internal string PackagesFolder => Path.Combine(_folder.Path, "packages");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // The version is given only here: it must not reach the restored state that other builds of these sources use.
        // Analyzers look at the same sources where the solution is built.
        string[] pack = [Repository.PathOf("eng", "pack.sh"), Feed, "--no-restore", "-p:PackageVersion=" + Version, "-p:RunAnalyzers=false"];
        var result = await CommandLine.RunAsync("bash", _folder.Path, pack, Servers.Environment);
        Assert.DoesNotContain("warning", result.Succeeded().Output, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Servers.DisposeAsync();
        _folder.Dispose();
    }
}
