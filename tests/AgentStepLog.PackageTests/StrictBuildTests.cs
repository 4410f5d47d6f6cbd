using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>
/// A user's strictest build: every analyzer of the SDK and of ours, warnings as errors, a documentation file, CLS compliance, checked arithmetic, C# 12, no implicit
/// usings, trimming and AOT analyzers. The sources in <c>Strict</c> give no cause for a diagnostic by themselves; so there must be none, in them or in generated files.
/// </summary>
[Collection(AgainstPackage.Name)]
public sealed class StrictBuildTests(PackedPackage package)
{
    [Theory]
    [InlineData("net10.0", "enable")]
    [InlineData("net10.0", "disable")]
    [InlineData("net8.0", "enable")]
    public async Task The_strictest_build_of_all_shapes_has_no_diagnostic(string framework, string nullable)
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Strict", StrictProperties(framework, nullable));
        Add(consumer, "Strict", nullable);

        var build = (await consumer.BuildAsync("Strict")).Succeeded();
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_have_two_assemblies_of_which_one_shows_the_other_its_internals()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Shown", StrictProperties("net10.0", "enable"));
        Add(consumer, "Shown", "enable");
        consumer.AddFile("Shown/Friend.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Strict\")]");
        consumer.AddProject("Strict", StrictProperties("net10.0", "enable"), consumer.ThePackage + Consumer.Project("Shown"));
        consumer.AddFile("Strict/Own.cs", Own);

        var build = (await consumer.BuildAsync("Strict")).Succeeded();
        Assert.DoesNotContain("warning", build.Output, StringComparison.Ordinal);
    }

    // Calls what the other assembly declares, internal types too, and declares types of the same names as generated ones there.
    private const string Own = """
        using AgentStepLog;
        using Strict.Shapes;

        [assembly: System.CLSCompliant(true)]
        [assembly: System.Runtime.InteropServices.ComVisible(false)]

        namespace Strict.Own;

        /// <summary>A place.</summary>
        /// <param name="Name">The name.</param>
        public sealed record Spot(string Name);

        /// <summary>Tools.</summary>
        public sealed class Surf
        {
            private readonly Strict.Shapes.Surf _inner = new();

            /// <summary>Finds.</summary>
            /// <param name="spot">Where.</param>
            /// <param name="days">When.</param>
            /// <returns>It.</returns>
            [AgentTool]
            public Place? Find(Spot spot, Days days)
            {
                _inner.See(spot?.Name ?? "");
                var table = _inner.AgentTools();
                return days == Days.None || table.Count == 0 ? null : new Place(new Shadow.Hidden().Use(), ((Boat)new Dinghy()).Sail(1));
            }
        }

        /// <summary>The log.</summary>
        [StepLog(typeof(Surf), typeof(Strict.Shapes.Surf))]
        public partial class OwnLog;
        """;

    private static void Add(Consumer consumer, string project, string nullable)
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "AgentStepLog.PackageTests", "Strict"), "*.cs"))
        {
            var text = File.ReadAllText(file);
            consumer.AddFile($"{project}/{Path.GetFileName(file)}", nullable == "enable" ? text : WithoutAnnotations(text));
        }
    }

    // What a project that has nullable reference types switched off would say.
    private static string WithoutAnnotations(string text) => text
        .Replace("string?", "string", StringComparison.Ordinal)
        .Replace("object?", "object", StringComparison.Ordinal)
        .Replace("Place?", "Place", StringComparison.Ordinal)
        .Replace("T? Take", "T Take", StringComparison.Ordinal);

    internal static string StrictProperties(string framework, string nullable) => $"""
        <TargetFramework>{framework}</TargetFramework>
        <Nullable>{nullable}</Nullable>
        <ImplicitUsings>disable</ImplicitUsings>
        <LangVersion>12</LangVersion>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <AnalysisLevel>latest-all</AnalysisLevel>
        <AnalysisMode>All</AnalysisMode>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
        <IsAotCompatible>true</IsAotCompatible>
        <AgentStepLogAnalysis>all</AgentStepLogAnalysis>
        <AgentStepLogStrict>true</AgentStepLogStrict>
        """;
}
