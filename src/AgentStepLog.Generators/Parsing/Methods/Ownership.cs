using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// What the project declares itself, against what it references: to the latter nothing can be added, and its wrappers are
/// generated where it is called.
/// </summary>
internal static class Ownership
{
    public static bool IsOwn(ISymbol symbol, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingModule, compilation.SourceModule);

    /// <summary>Whether members can be added to the type.</summary>
    public static bool IsOpen(INamedTypeSymbol type, Compilation compilation) => IsOwn(type, compilation) && TypeNames.IsPartial(type);
}
