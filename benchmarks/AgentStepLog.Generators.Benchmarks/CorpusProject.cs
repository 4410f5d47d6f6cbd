using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Benchmarks;

/// <summary>The corpus as the compiler holds it.</summary>
internal static class CorpusProject
{
    private static readonly CSharpParseOptions s_options = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp12)
        .WithFeatures([new("InterceptorsNamespaces", "AgentStepLog.Generated")]);

    public static CSharpCompilation Compile(int files) => CSharpCompilation.Create(
        "Corpus",
        Corpus.Files(files).Select(static file => Tree(file.Name, file.Text)),
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The compilation after somebody typed into a file. A new object each time, with nothing bound.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, string file, string old, string @new)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
        var text = tree.ToString();
        return compilation.ReplaceSyntaxTree(tree, text.Contains(old, StringComparison.Ordinal)
            ? Tree(file, text.Replace(old, @new, StringComparison.Ordinal))
            : throw new InvalidOperationException($"{file} has no '{old}' to edit."));
    }

    private static SyntaxTree Tree(string name, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), s_options, name);

    private static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(StepLog).Assembly.Location).Append(typeof(Step).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }
}
