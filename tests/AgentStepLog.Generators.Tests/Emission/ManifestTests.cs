using System.Text.Json;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission.Manifest;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>The manifest that the generator puts into the assembly.</summary>
public sealed class ManifestTests
{
    private const string Tools = """
        public record Login(string User, [Sensitive("secret")] string Password);
        public class Tools
        {
            /// <summary>Deletes \"\"\" a file.</summary>
            [AgentTool(Effect = ToolEffect.Destructive)] public void Delete(string path, Login login) { }
            [AgentTool] public async void Fire() => await Task.Yield();
            [AgentTool] public bool TryGet(out int n) { n = 1; return true; }
            [LlmCall(Model = "m", Provider = "p", Capture = CaptureMode.None)] [return: Sensitive] public string Ask(string prompt) => prompt;
            [AgentRun(Name = "surfer")] public int Run(int n) => n;
        }

        """;

    [Fact]
    public void Every_annotated_method_stands_in_it_with_what_a_model_is_told_and_why_not() =>
        Snapshot.Verify(Generated.From(Source.Compile(Source.Usings + Tools)).Text(static h => h == ManifestEmitter.HintName, all: true));

    [Fact]
    public void Referenced_assemblies_stand_in_it_once_each_by_name()
    {
        var library = Emit("Beach", Tools);
        var middle = Emit("Coast", "public class Other { [AgentTool] public int M(int x) => new Tools().Run(x); }", library);

        Assert.Equal(["Beach", "Coast"], Assemblies(Generated.From(Source.Compile(Source.Usings + "class Empty;").AddReferences(middle, library))));
        // Beach is not referenced here: what Coast says of it stands.
        Assert.Equal(["Beach", "Coast"], Assemblies(Generated.From(Source.Compile(Source.Usings + "class Empty;").AddReferences(middle))));
        Assert.Equal(["Tests", "Beach", "Coast"], Assemblies(Generated.From(Source.Compile(Source.Usings + "class Own { [AgentTool] public int M() => 1; }").WithAssemblyName("Tests").AddReferences(library, middle))));
    }

    [Fact]
    public void What_an_assembly_says_of_itself_goes_before_what_another_was_built_with()
    {
        var coast = Emit("Coast", "class Empty;", Emit("Beach", Tools));
        var newer = Emit("Beach", Tools.Replace("Run(int n) => n", "Walk(int n) => n", StringComparison.Ordinal));

        var manifest = Generated.From(Source.Compile(Source.Usings + "class Empty;").AddReferences(coast, newer))[ManifestEmitter.HintName];

        Assert.Contains("M:Surf.Tools.Walk(System.Int32)", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("M:Surf.Tools.Run(System.Int32)", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_annotated_methods_there_is_none() =>
        Assert.DoesNotContain(Generated.From(Source.Compile(Source.Usings + "class Empty;")).Sources, s => s.HintName == ManifestEmitter.HintName);

    [Theory]
    [InlineData("""{"a":[],"b":{},"c":[1,{"d":"x,{[:\\\"y"}],"e":null}""")]
    [InlineData("\"a\"")]
    public void Lines_change_nothing_but_white_space(string json)
    {
        var lines = JsonLines.Indent(json, 2);

        Assert.Equal(json, string.Concat(lines.Where(static c => c is not ('\n' or ' '))));
        using var parsed = JsonDocument.Parse(lines);
        Assert.All(lines.Split('\n'), static line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
    }

    private static PortableExecutableReference Emit(string name, string text, params MetadataReference[] references)
    {
        var output = Generated.From(Source.Compile(Source.Usings + text).WithAssemblyName(name).AddReferences(references)).Output;
        using var image = new MemoryStream();
        var result = output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static IEnumerable<string> Assemblies(Generated generated) => generated.Output.Assembly.GetAttributes()
        .Where(static a => a.AttributeClass?.Name == "BuildManifestAttribute")
        .Select(static a => (string)a.ConstructorArguments[0].Value!);
}
