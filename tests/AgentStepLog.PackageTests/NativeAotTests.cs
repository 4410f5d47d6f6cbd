using System.Runtime.InteropServices;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>
/// The sample that is compiled ahead of time, for the oldest framework that is claimed and for the newest that its compiler can
/// be had for: it runs without a runtime, so these also run the library's net8.0 part.
/// </summary>
[Collection(AgainstPackage.Name)] // packing has compiled the same libraries for release
public sealed class NativeAotTests(PackedPackage package) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    public async Task A_program_compiled_ahead_of_time_records_by_every_route_without_a_trim_or_AOT_warning(string framework)
    {
        Assert.SkipUnless(Sweeps.AreFull, "Compiling ahead of time takes most of a minute: set AGENTSTEPLOG_SWEEPS=full.");
        Assert.SkipWhen(
            OperatingSystem.IsLinux() && !Tools("clang", "gcc").Any(),
            "Compiling ahead of time needs a linker: install clang or gcc.");
        string[] publish =
        [
            "publish", Repository.PathOf("samples", "NativeAot"), "--configuration", "Release", "--output", _folder.Path,
            "--runtime", Platform,
            "-p:NativeAotFramework=" + framework, "-v:q", "-nologo",
        ];

        var published = (await CommandLine.DotNetAsync(_folder.Path, publish, package.Servers.Environment)).Succeeded();
        Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);

        var program = Path.Combine(_folder.Path, "NativeAot" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var run = (await CommandLine.RunAsync(program, _folder.Path, [Path.Combine(_folder.Path, "logs")])).Succeeded();
        string[] said =
        [
            "refused",
            "FindSpotAsync:Direct,WavesAsync:Direct,FindSpotAsync:Table,Tide:Callee,Ask:Direct,Better:Direct,Swell:Direct,Tide:Callee",
            "2",
            """user Taghazout FindSpot Taghazout {"temperature":0.5} web_search""",
            "SelfConsistent",
        ];
        Assert.Equal(said, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var log = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(_folder.Path, "logs"), "*.jsonl").Single(), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret-4711", log, StringComparison.Ordinal);
    }

    private static string Platform =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Tools(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
        .Where(File.Exists);
}
