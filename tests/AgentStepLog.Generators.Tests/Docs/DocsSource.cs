using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Description = AgentStepLog.Generators.Parsing.Docs;

namespace AgentStepLog.Generators.Tests.Docs;

/// <summary>A compilation whose members are asked for their documentation by a short name such as <c>C.M</c>.</summary>
internal sealed class DocsSource(CSharpCompilation compilation)
{
    public static DocsSource Compile(string source, DocumentationMode mode)
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Docs",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp13, mode))],
            trusted,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        return new(compilation);
    }

    public string? Summary(string method) => Description.Of(Method(method), TestContext.Current.CancellationToken);

    public string? Parameter(string method, string name) =>
        Description.Of(Method(method).Parameters.Single(p => p.Name == name), TestContext.Current.CancellationToken);

    public string? Property(string property) =>
        Description.Of((IPropertySymbol)Member(property), null, TestContext.Current.CancellationToken);

    public IMethodSymbol Method(string name) => (IMethodSymbol)Member(name);

    public INamedTypeSymbol Type(string name) => compilation.GetTypeByMetadataName(name)!;

    private ISymbol Member(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Type(name[..dot]).GetMembers(name[(dot + 1)..]).Single();
    }
}
