using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.ArchitectureTests;

/// <summary>
/// The runtime's sources, bound by the compiler. The assembly would not do: public types of all rooms share a namespace, and an assembly does not tell folders.
/// </summary>
internal sealed class RuntimeSources
{
    private const string Usings =
        "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks; global using System.Net.Http;";

    private static readonly CSharpParseOptions s_parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)
        .WithPreprocessorSymbols("NET", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER", "NET10_0");

    private static readonly Lazy<RuntimeSources> s_instance = new(static () => new(Path.Combine(Repository.Root, "src", "AgentStepLog")));

    private readonly string _root;
    private readonly CSharpCompilation _compilation;

    private RuntimeSources(string root)
    {
        _root = root;
        var sources = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(file => Room(file) is not ("bin" or "obj"));
        _compilation = CSharpCompilation.Create(
            "runtime",
            [.. sources.Order(StringComparer.Ordinal).Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), s_parsing, file)), CSharpSyntaxTree.ParseText(Usings, s_parsing)],
            Framework(),
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var errors = _compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException("The runtime's sources do not compile by themselves, so that their references are not known: " + string.Join('\n', errors));
        }
    }

    public static RuntimeSources Instance => s_instance.Value;

    /// <summary>Each type that a file of another room names, once per file and type.</summary>
    public IEnumerable<Reference> References() => _compilation.SyntaxTrees.Where(static tree => tree.FilePath.Length > 0).SelectMany(Of).Distinct();

    /// <summary>The types that are declared in no other type, with the room of each.</summary>
    public IEnumerable<(INamedTypeSymbol Type, string Room)> Types() =>
        AllTypes(_compilation.Assembly.GlobalNamespace).Select(type => (type, Room(type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath)));

    private IEnumerable<Reference> Of(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        var from = Room(tree.FilePath);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            while (type?.ContainingType is { } outer)
            {
                type = outer;
            }

            if (type is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly)
                && Room(type.OriginalDefinition.DeclaringSyntaxReferences[0].SyntaxTree.FilePath) is var to && to != from)
            {
                yield return new(from, Path.GetFileNameWithoutExtension(tree.FilePath), to, type.Name);
            }
        }
    }

    private string Room(string file)
    {
        var parts = Path.GetRelativePath(_root, file).Split(Path.DirectorySeparatorChar);
        return parts.Length == 1 ? Rooms.Hall : parts[0];
    }

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(AllTypes));

    private static IEnumerable<PortableExecutableReference> Framework() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged).Select(static file => MetadataReference.CreateFromFile(file));

    private static bool IsManaged(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file) is not null;
        }
        catch (BadImageFormatException)
        {
            return false; // native
        }
    }
}
