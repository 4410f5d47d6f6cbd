using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>
/// All code of this repository: the calls that a walk finds are found in its text, and those that are bound in a short body mean there
/// what they mean in the whole. Every name may be that of an annotated method; which are, chance decides for each file.
/// </summary>
public sealed class RepositoryCallsTests
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using Xunit;
        """;

    [Theory]
    [InlineData("src", 300)]
    [InlineData("tests", 800)]
    [InlineData("samples", 20)]
    [InlineData("benchmarks", 30)]
    public void Are_found_and_mean_what_they_mean(string folder, int least)
    {
        var random = new Random(20261130);
        var compared = 0;
        foreach (var project in Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var compilation = Compile(project);
            compared += compilation.SyntaxTrees.Sum(tree => Compare(tree, compilation, random));
        }

        Assert.True(compared >= least, $"{compared} calls in short bodies are too few to prove anything.");
    }

    private static int Compare(SyntaxTree tree, Compilation compilation, Random random)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var walked = tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static i => Invocations.Name(i.Expression) is not null)
            .OrderBy(static i => i.SpanStart).ThenBy(static i => i.Span.Length).ToList();
        var every = walked.Select(static i => Invocations.Name(i.Expression)!.Identifier.ValueText).Distinct().ToList();
        var facts = TreeFacts.Of(tree, cancellation);
        Assert.Equal(walked, Invocations.Of(tree.GetRoot(cancellation), facts.Calls, new Candidates([.. every], [])));

        var whole = Binding.Model(compilation, tree);
        var file = new SourceFile(tree, facts, tree.FilePath, hasEqualFile: false, version: 0, new Settings("", null));
        var names = new Candidates([.. every.Where(_ => random.Next(4) == 0)], []);
        var compared = 0;
        foreach (var inBody in WrittenCall.Of(file, names, whole, cancellation).Where(static w => w.Short is not null).GroupBy(static w => w.Body!))
        {
            var model = inBody.Key.Model(whole);
            Assert.NotNull(model);
            foreach (var written in inBody)
            {
                if (Meaning.Of(written.Short!, model) is { } meaning)
                {
                    Assert.Equal(Meaning.Of(written.In(tree.GetRoot(cancellation)), whole), meaning);
                    compared++;
                }
            }
        }

        return compared;
    }

    // By the project's name, so that internals of the others are open to it as they are in its build.
    private static CSharpCompilation Compile(string project)
    {
        var directory = Path.GetDirectoryName(project)!;
        var name = Path.GetFileNameWithoutExtension(project);
        var options = Source.ParseOptions(LanguageVersion.Preview);
        var files = Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(directory, f).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f)), options, f));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != name)
            .Select(static path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            name,
            files.Prepend(CSharpSyntaxTree.ParseText(Usings, options)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string Root([CallerFilePath] string file = "")
    {
        var directory = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(directory, "global.json")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return directory;
    }
}
