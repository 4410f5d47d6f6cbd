using System.Reflection;
using System.Runtime.Loader;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Analyzers;

public class OutdatedReferenceTests
{
    private const string Manifest = "[assembly: AgentStepLog.{0}.BuildManifest(\"Surf\", \"{{}}\"{1})] public class Surf {{ }}";
    private const int Current = AgentStepLog.Generators.Emission.GeneratedFile.ServicesVersion;
    private const string Library = "namespace AgentStepLog.{0} {{ [System.AttributeUsage(System.AttributeTargets.Assembly)] public class BuildManifestAttribute(string a, string b, int v = 1) : System.Attribute {{ }} }}";
    private const string Unversioned = "namespace AgentStepLog.{0} {{ [System.AttributeUsage(System.AttributeTargets.Assembly)] public class BuildManifestAttribute(string a, string b) : System.Attribute {{ }} }}";

    [Theory]
    [InlineData("Capture")] // until AgentStepLog.CompilerServices
    [InlineData("Later")]
    public async Task An_assembly_whose_manifest_the_library_does_not_know_is_to_be_rebuilt(string space)
    {
        var found = Assert.Single(await FindAsync(Compiled("Surf", Of(Manifest, space), Compiled("AgentStepLog", Of(Library, space)))));

        Assert.Equal((DiagnosticSeverity.Error, "ASL9008"), (found.Severity, found.Id));
        Assert.StartsWith("'Surf' 0.0.0.0 was compiled against another version of AgentStepLog", found.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("rebuild it", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_of_this_version_and_one_with_an_attribute_of_its_own_are_not()
    {
        Assert.Empty(await FindAsync(Compiled("Surf", Of(Manifest, "CompilerServices", $", {Current}"), [.. TestReferences.All])));
        Assert.Empty(await FindAsync(Compiled("Surf", Of(Manifest, "Capture") + Of(Library, "Capture"))));
    }

    [Theory]
    [InlineData(", 0")]
    [InlineData(", 99")]
    public async Task An_assembly_of_another_version_of_what_generated_code_calls_is_to_be_rebuilt(string version) =>
        Assert.Equal("ASL9008", Assert.Single(await FindAsync(Compiled("Surf", Of(Manifest, "CompilerServices", version), [.. TestReferences.All]))).Id);

    [Fact]
    public async Task So_is_one_from_before_there_were_versions() =>
        Assert.Equal("ASL9008", Assert.Single(await FindAsync(Compiled("Surf", Of(Manifest, "CompilerServices"), Compiled("AgentStepLog", Of(Unversioned, "CompilerServices"))))).Id);

    [Fact]
    public void The_generator_and_the_library_have_one_version() =>
        Assert.Equal(Current, typeof(CompilerServices.BuildManifestAttribute).GetField("CurrentVersion", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue());

    [Fact]
    public void At_run_time_another_version_is_refused_too()
    {
        var refused = Assert.Throws<StepLogException>(() => BuildManifest.Of(Loaded(Image("Surf", Of(Manifest, "CompilerServices", ", 99"), [.. TestReferences.All])))).Message;
        Assert.StartsWith("Surf was compiled against another version of AgentStepLog than the one that runs here (", refused, StringComparison.Ordinal);
        Assert.EndsWith($"Its generated code calls version 99 of AgentStepLog.CompilerServices; this one has version {Current}.", refused, StringComparison.Ordinal);

        var older = Loaded(Image("Surf", Of(Manifest, "CompilerServices"), Compiled("AgentStepLog", Of(Unversioned, "CompilerServices"))));
        Assert.Contains("rebuild it against this one", Assert.Throws<StepLogException>(() => BuildManifest.Of(older)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_run_time_its_manifest_is_refused_with_the_same_advice()
    {
        var surf = Loaded(Image("Surf", Of(Manifest, "Capture"), Compiled("AgentStepLog", Of(Library, "Capture"))));

        var refused = Assert.Throws<StepLogException>(() => BuildManifest.Of(surf)).Message;

        Assert.StartsWith("Surf was compiled against another version of AgentStepLog than the one that runs here (", refused, StringComparison.Ordinal);
        Assert.Contains("rebuild it against this one", refused, StringComparison.Ordinal);
        Assert.EndsWith("AgentStepLog.Capture.BuildManifestAttribute does not exist here.", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void At_run_time_an_assembly_of_this_version_has_its_manifest() =>
        Assert.NotNull(BuildManifest.Of(Loaded(Image("Surf", Of(Manifest, "CompilerServices", $", {Current}"), [.. TestReferences.All]))));

    private static Assembly Loaded(byte[] image) => new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(new MemoryStream(image));

    private static string Of(string source, string space, string version = "") => string.Format(System.Globalization.CultureInfo.InvariantCulture, source, space, version);

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(MetadataReference reference)
    {
        var project = new TestProject();
        project.Files.Add("Source.cs", "public class C : Surf { }");
        project.References.Add(reference);
        return await project.AnalyzeAsync(project.Build(), new OutdatedReferenceAnalyzer());
    }

    private static PortableExecutableReference Compiled(string name, string source, params MetadataReference[] references) =>
        MetadataReference.CreateFromImage(Image(name, source, references));

    private static byte[] Image(string name, string source, params MetadataReference[] references)
    {
        var framework = TestReferences.All.Where(static r => !Path.GetFileName(r.Display!).StartsWith("AgentStepLog", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], references.Concat(framework).Distinct(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }
}
