using System.ComponentModel;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>The sources of what runs in the user's process: the format, and the recorder on top of it.</summary>
internal static class Runtime
{
    /// <summary>The projects, each after those on which it depends.</summary>
    public static string[] Projects { get; } = ["AgentStepLog.Format", "AgentStepLog"];

    private static readonly Lazy<Sources> s_sources = new(static () => Sources.Bind(Projects.SelectMany(static project => Repository.Sources(project))));

    public static Sources Sources => s_sources.Value;

    /// <summary>Whether only generated code calls a type: it is public, and editors do not show it.</summary>
    public static bool IsForGeneratedCode(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public
        && type.GetAttributes().Any(static a => a.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && a.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    /// <summary>Whether a member of such a type is there for generated code: it is written as public, and none that a base class or an interface asks for.</summary>
    public static bool IsForGeneratedCode(ISymbol member) => member is { DeclaredAccessibility: Accessibility.Public, IsOverride: false, ContainingType: { } type }
        && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null }) && IsForGeneratedCode(type) && IsWritten(member) && !Implements(member);

    // The compiler adds members to records, and a constructor to structs and to classes that have none. That of a class makes it.
    private static bool IsWritten(ISymbol member) => !member.IsImplicitlyDeclared || member is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsReferenceType: true };

    private static bool Implements(ISymbol member) => member.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers())
        .Any(asked => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(asked), member));
}
