using System.Reflection;
using System.Xml.Linq;

namespace AgentStepLog.PackageTests.Support;

/// <summary>Where this repository's files stand.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The packages that building this repository restored: a source from which reference packs can be had offline.</summary>
    public static string RestoredPackages { get; } = Metadata("RestoredPackages");

    /// <summary>The compiler's server, of the SDK that built these tests.</summary>
    public static string CompilerServer { get; } = Metadata("CompilerServer");

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The version of a package that this repository uses.</summary>
    public static string VersionOf(string package) => XDocument.Load(PathOf("Directory.Packages.props")).Descendants("PackageVersion")
        .Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AgentStepLog.Generators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds AgentStepLog.Generators.sln.");
    }
}
