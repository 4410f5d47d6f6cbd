using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL3005: a member is recorded at its calls, and an override or implementation of it records itself, or the other way round. A call of the former
/// then leaves two records, or none.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CalleeOverrideAnalyzer : RuleAnalyzer
{
    private const string Twice = "whose calls are recorded already: each call through it would be recorded twice; remove that annotation";
    private const string Never = "which records itself: this body takes the place of the one that records; annotate it and make it partial, without a body, too";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RoutesCollide];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(symbol => Members(symbol, scope), SymbolKind.Method);
        context.RegisterSymbolAction(symbol => Inherited(symbol, scope), SymbolKind.NamedType);
    }

    private static void Members(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (scope.IsNameOfAnnotated(method)
            && method.PartialDefinitionPart is null
            && (method.IsOverride || !method.IsAbstract)
            && Collision(method, BaseMembers.Of(method), scope.Compilation) is { } found)
        {
            Report(context, scope, method.Locations[0], method, found.Above, found.Why);
        }
    }

    /// <summary>A type may implement an interface by an inherited member.</summary>
    private static void Inherited(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.BaseType is not { } @base)
        {
            return;
        }

        foreach (var member in type.AllInterfaces.Except(@base.AllInterfaces, SymbolEqualityComparer.Default).Cast<INamedTypeSymbol>()
            .SelectMany(static i => i.GetMembers().OfType<IMethodSymbol>()))
        {
            if (scope.IsNameOfAnnotated(member)
                && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation
                && !SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type)
                && implementation.ContainingType.TypeKind == TypeKind.Class
                && Collision(implementation.OriginalDefinition, [member.OriginalDefinition], scope.Compilation) is { } found)
            {
                Report(context, scope, type.Locations[0], implementation, found.Above, found.Why);
            }
        }
    }

    private static (IMethodSymbol Above, string Why)? Collision(IMethodSymbol method, IEnumerable<IMethodSymbol> above, Compilation compilation)
    {
        var ownsItsRecord = Annotations.OwnOf(method) is not null && CalleeOwned.Records(method, compilation);
        foreach (var member in above)
        {
            if (Annotations.OwnOf(member) is null)
            {
                continue;
            }

            var owned = CalleeOwned.Records(member, compilation);
            if (owned != ownsItsRecord && (owned || MethodSupport.Check(member, compilation) == MethodRefusal.None))
            {
                return (member, owned ? Never : Twice);
            }
        }

        return null;
    }

    private static void Report(SymbolAnalysisContext context, RuleScope scope, Location at, IMethodSymbol method, IMethodSymbol above, string why)
    {
        var how = above.ContainingType.TypeKind == TypeKind.Interface ? "implements" : "overrides";
        scope.Report(context.ReportDiagnostic, Descriptors.RoutesCollide, at, context.CancellationToken, method, how, above, why);
    }
}
