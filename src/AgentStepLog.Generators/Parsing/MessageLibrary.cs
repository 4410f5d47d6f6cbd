using System;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Microsoft.Extensions.AI, where the project references it. Its messages are recorded as the library itself writes them, with the options of the same assembly.
/// </summary>
internal sealed class MessageLibrary
{
    private const string Space = "Microsoft.Extensions.AI.";

    private readonly IAssemblySymbol _assembly;
    private readonly INamedTypeSymbol? _tool;
    private readonly INamedTypeSymbol? _function;

    private MessageLibrary(INamedTypeSymbol utilities)
    {
        _assembly = utilities.ContainingAssembly;
        _tool = _assembly.GetTypeByMetadataName(Space + "AITool");
        _function = _assembly.GetTypeByMetadataName(Space + "AIFunctionDeclaration") ?? _assembly.GetTypeByMetadataName(Space + "AIFunction");
    }

    /// <summary>The library; null where the project does not reference it, or generated code cannot name it.</summary>
    public static MessageLibrary? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Space + "AIJsonUtilities") is { DeclaredAccessibility: Accessibility.Public } utilities
        && utilities.GetMembers("DefaultOptions").Any(static m => m is IPropertySymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public })
        && GlobalNames.Reach(utilities, compilation)
            ? new(utilities)
            : null;

    /// <summary>Whether the library declares the symbol.</summary>
    public bool Declares(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _assembly);

    /// <summary>Whether values of the type are data that the library writes: no tools, no clients, and no types whose data only derived types have.</summary>
    public bool Writes(INamedTypeSymbol type) => Declares(type)
        && type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false }
        && (!type.IsAbstract || DerivedTypes.Has(type))
        && !IsTool(type)
        && !type.AllInterfaces.Any(static i => i is { Name: "IDisposable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>The parameter with the tools that a call offers to its model, among the options or as a list; null where there is none.</summary>
    public ToolOffer? OfferIn(IMethodSymbol method)
    {
        if (_tool is null || _function is null)
        {
            return null;
        }

        foreach (var parameter in method.Parameters.Where(static p => p.RefKind is RefKind.None or RefKind.In))
        {
            if (PathTo(parameter.Type) is { } path)
            {
                return new ToolOffer(parameter.Ordinal, path, TypeNames.Oblivious(_tool), TypeNames.Oblivious(_function));
            }
        }

        return null;
    }

    private string? PathTo(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return IsTool(array.ElementType) ? "" : null;
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        for (var t = named; t is not null; t = t.BaseType)
        {
            if (t.Name == "ChatOptions" && Declares(t))
            {
                return t.GetMembers("Tools").Any(static m => m is IPropertySymbol { DeclaredAccessibility: Accessibility.Public }) ? "?.Tools" : null;
            }
        }

        return SequenceTypes.ElementOf(named) is { IsReferenceType: true } element && IsTool(element) ? "" : null;
    }

    private bool IsTool(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, _tool))
            {
                return true;
            }
        }

        return false;
    }
}
