using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Analyzers;

public class OutdatedReferenceTests
{
    private const string Manifest = "[assembly: AgentStepLog.{0}.BuildManifest(\"Surf\", \"{{}}\")] public class Surf {{ }}";
    private const string Library = "namespace AgentStepLog.{0} {{ [System.AttributeUsage(System.AttributeTargets.Assembly)] public class BuildManifestAttribute(string a, string b) : System.Attribute {{ }} }}";

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
        Assert.Empty(await FindAsync(Compiled("Surf", Of(Manifest, "CompilerServices"), [.. TestReferences.All])));
        Assert.Empty(await FindAsync(Compiled("Surf", Of(Manifest, "Capture") + Of(Library, "Capture"))));
    }

    private static string Of(string source, string space) => string.Format(System.Globalization.CultureInfo.InvariantCulture, source, space);

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(MetadataReference reference)
    {
        var project = new TestProject();
        project.Files.Add("Source.cs", "public class C : Surf { }");
        project.References.Add(reference);
        return await project.AnalyzeAsync(project.Build(), new OutdatedReferenceAnalyzer());
    }

    private static PortableExecutableReference Compiled(string name, string source, params MetadataReference[] references)
    {
        var framework = TestReferences.All.Where(static r => !Path.GetFileName(r.Display!).StartsWith("AgentStepLog", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], references.Concat(framework).Distinct(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
