namespace AgentStepLog.PackageTests.Support;

/// <summary>
/// Projects outside the repository that install the package as any user would: from a feed, into a packages folder of their own.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackedPackage _package;

    public Consumer(PackedPackage package)
    {
        _package = package;
        // Only these two sources: that the package needs nothing but the framework is part of what is tested.
        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{package.Feed}" />
                <add key="restored" value="{Repository.RestoredPackages}" />
              </packageSources>
            </configuration>
            """);
    }

    public string Folder => _folder.Path;

    public void AddFile(string path, string content) => _folder.Write(path, content);

    /// <summary>A project in a folder of its name.</summary>
    /// <param name="name">Folder and project.</param>
    /// <param name="properties">Elements of its property group.</param>
    /// <param name="reference">What it references. Default: the package.</param>
    /// <param name="sdk">The SDK that builds it.</param>
    public void AddProject(string name, string properties = "", string? reference = null, string sdk = "Microsoft.NET.Sdk") => _folder.Write($"{name}/{name}.csproj", $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {reference ?? ThePackage}
          </ItemGroup>
        </Project>
        """);

    /// <summary>The reference to the package under test.</summary>
    public string ThePackage => Package("AgentStepLog", _package.Version);

    /// <summary>All files of a folder of this repository, below <paramref name="path"/>.</summary>
    public void AddFolder(string path, string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            AddFile(Path.Combine(path, Path.GetRelativePath(source, file)), File.ReadAllText(file));
        }
    }

    /// <summary>A reference to a project beside.</summary>
    public static string Project(string name) => $"<ProjectReference Include=\"../{name}/{name}.csproj\" />";

    /// <summary>A reference to the package's library alone: no generator, no analyzers, no build files.</summary>
    public string PackageWithoutCompilerPart() => $"""
        <PackageReference Include="AgentStepLog" Version="{_package.Version}" IncludeAssets="compile;runtime" />
          </ItemGroup>
          <Target Name="WithoutCompilerPart" BeforeTargets="CoreCompile">
            <ItemGroup>
              <Analyzer Remove="@(Analyzer)" Condition="$([System.String]::Copy('%(Filename)').StartsWith('AgentStepLog.'))" />
            </ItemGroup>
          </Target>
          <ItemGroup>
        """;

    /// <summary>Packs a project beside and gives the reference to that package.</summary>
    public async Task<string> PackAsync(string name, params string[] properties)
    {
        string[] pack = ["pack", name, "--output", _package.Feed, "-nologo", "-v:q"];
        (await RunAsync([.. pack, .. properties.Select(static p => "-p:" + p)])).Succeeded();
        return Package(name, "1.0.0");
    }

    /// <param name="properties">Properties, or switches where they begin with a hyphen.</param>
    public Task<CommandResult> BuildAsync(string project, params string[] properties) =>
        RunAsync(["build", project, "-nologo", "-v:q", .. properties.Select(static p => p.StartsWith('-') ? p : "-p:" + p)]);

    public Task<CommandResult> ExecuteAsync(string project, params string[] arguments) =>
        RunAsync(["exec", Path.Combine(project, "bin", "Debug", "net10.0", project + ".dll"), .. arguments]);

    /// <summary>Runs a project under <c>dotnet watch</c>.</summary>
    public WatchedProgram Watch(string project) => new(Path.Combine(Folder, project), Environment);

    public void Dispose() => _folder.Dispose();

    /// <summary>A reference to a package.</summary>
    public static string Package(string id, string version) => $"<PackageReference Include=\"{id}\" Version=\"{version}\" />";

    private Dictionary<string, string> Environment => new(_package.Servers.Environment) { ["NUGET_PACKAGES"] = _package.PackagesFolder };

    private Task<CommandResult> RunAsync(string[] arguments) => CommandLine.DotNetAsync(Folder, arguments, Environment);
}
