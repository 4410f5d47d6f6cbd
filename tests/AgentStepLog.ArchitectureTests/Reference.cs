using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>A file that names a type, or a member of a type, of another file.</summary>
/// <param name="From">The room of the file.</param>
/// <param name="File">The file's name, without its extension.</param>
/// <param name="Declared">The types that the file declares.</param>
/// <param name="To">The room of the type.</param>
/// <param name="Type">The type. For a nested type, the one that contains it.</param>
/// <param name="Member">The member that is used. Null where the type is only named.</param>
internal sealed record Reference(string From, string File, IReadOnlyList<INamedTypeSymbol> Declared, string To, INamedTypeSymbol Type, ISymbol? Member)
{
    public override string ToString() => $"{From}/{File} -> {To}/{(Member ?? Type).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}";
}
