using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Decides whether a <c>[StepLog]</c> class can be completed. Where it cannot, the generator writes nothing, and ASL3001 says why.</summary>
internal static class StepLogClasses
{
    /// <summary>Whether the class only lacks the modifier <c>partial</c>, on itself or on a container.</summary>
    public static bool LacksPartialAlone(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Refusal(type, mayLackPartial: false, cancellationToken) is not null && Refusal(type, mayLackPartial: true, cancellationToken) is null;

    /// <summary>A clause that continues "…cannot be completed: "; null when the class can be completed.</summary>
    public static string? Refusal(INamedTypeSymbol type, CancellationToken cancellationToken) => Refusal(type, mayLackPartial: false, cancellationToken);

    private static string? Refusal(INamedTypeSymbol type, bool mayLackPartial, CancellationToken cancellationToken)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsGenericType)
            {
                return $"'{t.Name}' is generic; a step log must be a class without type parameters";
            }

            if (t.IsFileLocal)
            {
                return $"'{t.Name}' is file-local and cannot be named from generated code; make it internal";
            }

            if (!mayLackPartial && !IsPartial(t, cancellationToken))
            {
                return $"'{t.Name}' is not partial; add the modifier 'partial' to it";
            }
        }

        if (type.IsRecord)
        {
            return "it is a record; make it a class";
        }

        if (type.IsStatic || type.IsAbstract)
        {
            return "it is " + (type.IsStatic ? "static" : "abstract") + "; a log is an object that Start creates";
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object } parent && !IsStepLog(parent))
        {
            return $"it derives from '{parent.Name}'; a step log derives from AgentStepLog.StepLog alone";
        }

        return HasPrimaryConstructor(type, cancellationToken)
            ? "it has a primary constructor; move the parameters to properties"
            : null;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Select(r => r.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .All(static d => d.Modifiers.Any(static m => m.ValueText == "partial"));

    private static bool HasPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Any(r => r.GetSyntax(cancellationToken) is ClassDeclarationSyntax { ParameterList: not null });

    private static bool IsStepLog(INamedTypeSymbol type) =>
        type is { Name: "StepLog", ContainingType: null, ContainingNamespace: { Name: "AgentStepLog", ContainingNamespace.IsGlobalNamespace: true } };
}
