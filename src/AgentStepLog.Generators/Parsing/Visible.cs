using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Whether generated code outside of the symbol's own type can name the symbol.</summary>
internal static class Visible
{
    public static bool Is(ISymbol symbol, Compilation compilation) =>
        IsOpen(symbol, compilation) || compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly);

    // A fast path for most symbols. The compiler's own check searches all references for the symbol's assembly each time.
    private static bool IsOpen(ISymbol symbol, Compilation compilation) => symbol switch
    {
        IArrayTypeSymbol array => IsOpen(array.ElementType, compilation),
        INamedTypeSymbol type => IsOpenMember(type, compilation) && type.TypeArguments.All(a => IsOpen(a, compilation)),
        ITypeSymbol => false,
        _ => IsOpenMember(symbol, compilation),
    };

    private static bool IsOpenMember(ISymbol symbol, Compilation compilation) =>
        (symbol.DeclaredAccessibility == Accessibility.Public
            || (symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal
                && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)))
        && (symbol.ContainingType is not { } container || IsOpen(container, compilation));
}
