using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.ArchitectureTests;

/// <summary>
/// C# sources, bound by the compiler. The built assembly would not do: public types of all rooms share a namespace, and an assembly does not tell folders.
/// </summary>
internal sealed class Sources
{
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview, preprocessorSymbols: Framework.Symbols);

    // Compilations that are made of this one share what they know of the framework, which takes longer to read than any sources of a test.
    private static readonly CSharpCompilation s_none = CSharpCompilation.Create(
        "sources",
        [CSharpSyntaxTree.ParseText(Framework.Usings, s_parsing)],
        Framework.References(),
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private readonly CSharpCompilation _compilation;

    private Sources(CSharpCompilation compilation)
    {
        _compilation = compilation;
        Types = [.. In(compilation.Assembly.GlobalNamespace)];
        References = [.. compilation.SyntaxTrees.AsParallel().SelectMany(Of)];
    }

    /// <summary>The types that are declared in no other type.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types { get; }

    /// <summary>The rooms in which files stand.</summary>
    public IEnumerable<string> Folders => _compilation.SyntaxTrees.Select(Room).Distinct();

    /// <summary>Each type and each member that a file uses and another file declares, once per file, type and member.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Binds sources.</summary>
    /// <param name="files">The path of each file from the project's folder, with <c>/</c>, and its text.</param>
    public static Sources Bind(IEnumerable<(string Path, string Text)> files) =>
        new(s_none.AddSyntaxTrees(files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, s_parsing, file.Path))));

    /// <summary>The room of a type: the first folder of the file that bears its name. Parts of it may stand in other rooms, such as the one that generated code calls.</summary>
    public static string Room(INamedTypeSymbol type)
    {
        var trees = type.DeclaringSyntaxReferences.Select(static declaration => declaration.SyntaxTree).ToList();
        return Room(trees.Find(tree => Path.GetFileNameWithoutExtension(tree.FilePath) == type.Name) ?? trees[0]);
    }

    private static string Room(SyntaxTree tree) => tree.FilePath.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? tree.FilePath[..end] : Rooms.Hall;

    private static bool IsIn(INamedTypeSymbol type, SyntaxTree tree) => type.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == tree);

    private static IEnumerable<INamedTypeSymbol> In(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(In));

    private IEnumerable<Reference> Of(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        if (model.GetDiagnostics().FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException($"The sources do not compile by themselves, so that their references are not known: {error}");
        }

        var declared = Types.Where(type => IsIn(type, tree)).ToList();
        return tree.GetRoot().DescendantNodes().SelectMany(node => Uses.Of(node, model))
            .Select(symbol => (Type: Outermost(symbol), Member: Member(symbol))).Distinct()
            .Where(used => used.Type is { } type && !IsIn(type, tree))
            .Select(used => new Reference(Room(tree), Path.GetFileNameWithoutExtension(tree.FilePath), declared, Room(used.Type!), used.Type!, used.Member));
    }

    private static ISymbol? Member(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol => null,
        IParameterSymbol => symbol.ContainingSymbol.OriginalDefinition, // of the method, as a named argument has it
        _ => symbol.OriginalDefinition,
    };

    /// <summary>The type of these sources in which a symbol stands, or which it is.</summary>
    private INamedTypeSymbol? Outermost(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly) ? type.OriginalDefinition : null;
    }
}
