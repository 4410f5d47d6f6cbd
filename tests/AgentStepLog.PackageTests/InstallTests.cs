using System.Text.RegularExpressions;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>What the README says of installing the package works as it stands there.</summary>
[Collection(AgainstPackage.Name)]
public sealed partial class InstallTests(PackedPackage package)
{
    private const string Folder = "/path/to/packages";

    private static readonly string s_readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void The_readme_packs_both_packages_into_the_folder_that_its_configuration_names()
    {
        Assert.Contains($"value=\"{Folder}\"", Block("xml"), StringComparison.Ordinal);
        Assert.StartsWith($"eng/pack.sh {Folder} ", Block("bash"), StringComparison.Ordinal); // which the fixture has run
        Assert.True(File.Exists(package.File) && File.Exists(package.FormatFile));
    }

    [Fact]
    public async Task With_the_configuration_beside_it_a_project_gets_the_package_by_the_command_shown()
    {
        using var folder = new TemporaryFolder();
        // Only the folder shown, so that the test needs no network; the version of the tests is not a final one.
        folder.Write("nuget.config", Block("xml").Replace(Folder, package.Feed, StringComparison.Ordinal)
            .Replace("<packageSources>", "<packageSources><clear />", StringComparison.Ordinal));
        folder.Write("Reader.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        folder.Write("Program.cs", """
            using AgentStepLog;

            using var log = StepLog.InMemory();
            new Tools().Count("tea");
            Console.WriteLine($"{log.Summarize().ToolCalls} recorded");

            public class Tools
            {
                [AgentTool]
                public int Count(string text) => text.Length;
            }
            """);
        var environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = package.PackagesFolder };

        var add = AddPackage().Match(Block("bash")).Groups["arguments"].Value.Split(' ');
        (await CommandLine.DotNetAsync(folder.Path, [.. add, "--prerelease"], environment)).Succeeded();
        (await CommandLine.DotNetAsync(folder.Path, ["build", "-nologo", "-v:q", "-p:UseSharedCompilation=false", "-o", "out"], environment)).Succeeded();

        Assert.Equal("1 recorded", (await CommandLine.DotNetAsync(folder.Path, ["exec", Path.Combine("out", "Reader.dll")])).Succeeded().Output.Trim());
    }

    /// <summary>The first block of a language, which is that of the section about installing.</summary>
    private static string Block(string language) => Regex.Match(s_readme, $"```{language}\n(?<text>.*?)```", RegexOptions.Singleline).Groups["text"].Value;

    [GeneratedRegex(@"^dotnet (?<arguments>add package \w+)", RegexOptions.Multiline)]
    private static partial Regex AddPackage();
}
