using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The place of a call, as both the log and the coverage report name it, so that the two can be compared.</summary>
internal static class CallPlaces
{
    /// <summary>The file of the call's name, and its line from 1, both mapped by <c>#line</c>.</summary>
    public static (string Path, int Line) Of(Location name)
    {
        var position = name.GetMappedLineSpan();
        return (position.HasMappedPath ? position.Path : name.SourceTree?.FilePath ?? "", position.StartLinePosition.Line + 1);
    }

    /// <summary>The same, with the file relative to the project.</summary>
    public static (string File, int Line) Of(Location name, Settings settings)
    {
        var (path, line) = Of(name);
        return (SourcePaths.Relative(path, settings), line);
    }

    /// <summary>The member that a reader would look for: the method of a lambda, the property of an accessor.</summary>
    public static string Member(ISymbol? symbol)
    {
        symbol = Compiled(symbol);
        var member = symbol switch
        {
            IMethodSymbol { AssociatedSymbol: { } accessed } => accessed,
            IFieldSymbol { AssociatedSymbol: { } initialized } => initialized,
            _ => symbol,
        };
        return member switch
        {
            null => "",
            INamedTypeSymbol type => type.Name,
            // Top-level statements are in a method that has no name in C#.
            { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName, ContainingType: { } program } => program.Name,
            // An extension block has no name.
            { ContainingType: { } type } => (type is { Name: "", ContainingType: { } container } ? container : type).Name + "." + member.Name,
            _ => member.Name,
        };
    }

    /// <summary>Identifies the member whose code hot reload replaces as a unit. Each accessor is one.</summary>
    public static string Identity(ISymbol? symbol) => Compiled(symbol) is { } member ? member.GetDocumentationCommentId() ?? member.Name : "";

    private static ISymbol? Compiled(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }
}
