using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Distinguishes the project's own types from those of references. Members cannot be added to the latter, and their wrappers are
/// generated where they are called.
/// </summary>
internal static class Ownership
{
    public static bool IsOwn(ISymbol symbol, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingModule, compilation.SourceModule);

    /// <summary>Whether members can be added to the type.</summary>
    public static bool IsOpen(INamedTypeSymbol type, Compilation compilation) => IsOwn(type, compilation) && TypeNames.IsPartial(type);
}
