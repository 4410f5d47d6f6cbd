using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>ASL2005: a call through the interface or the base class names a member that is not annotated; or the other way round.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaseMemberAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.BaseMemberIsNotAnnotated];

    private protected override void Start(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(symbol => Overrides(symbol, scope), SymbolKind.Method);
        context.RegisterSymbolAction(symbol => Implementations(symbol, scope), SymbolKind.NamedType);
        ImplementationCalls.Register(context, scope);
    }

    private static void Overrides(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!scope.MayBeAnnotated(method)
            || method.OverriddenMethod is not { } overridden
            || method.PartialDefinitionPart is not null
            || Annotations.OwnOf(method) is not { } annotation
            || Annotations.Of(overridden) is not null
            || CalleeOwned.Records(annotation.Method, scope.Compilation))
        {
            return;
        }

        // An annotation on the first declaration applies to every override below it.
        while (overridden.OverriddenMethod is { } further)
        {
            overridden = further;
        }

        Report(context, scope, overridden, method, method);
    }

    private static void Implementations(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        foreach (var member in type.AllInterfaces.SelectMany(static i => i.GetMembers().OfType<IMethodSymbol>()))
        {
            if (member.MethodKind == Microsoft.CodeAnalysis.MethodKind.Ordinary
                && scope.IsNameOfAnnotated(member)
                && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation
                && !SymbolEqualityComparer.Default.Equals(implementation.ContainingType, member.ContainingType)
                && Annotations.Of(implementation) is { } annotation
                && !CalleeOwned.Records(annotation.Method, scope.Compilation)
                && Annotations.OwnOf(member.OriginalDefinition) is null
                && !IsReportedAtBase(type, member, implementation))
            {
                // An inherited member may implement the interface's member. Then the finding is at the type that combines the two.
                var place = SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type) ? (ISymbol)implementation : type;
                Report(context, scope, member, implementation, place);
            }
        }
    }

    private static bool IsReportedAtBase(INamedTypeSymbol type, IMethodSymbol member, IMethodSymbol implementation)
        => type.BaseType is { } @base
            && @base.Locations.Any(static location => location.IsInSource)
            && @base.AllInterfaces.Contains(member.ContainingType, SymbolEqualityComparer.Default)
            && @base.FindImplementationForInterfaceMember(member) is IMethodSymbol inherited
            && (SymbolEqualityComparer.Default.Equals(inherited, implementation) || Annotations.Of(inherited) is not null);

    private static void Report(SymbolAnalysisContext context, RuleScope scope, IMethodSymbol member, IMethodSymbol annotated, ISymbol place)
        => scope.Report(
            context.ReportDiagnostic,
            Descriptors.BaseMemberIsNotAnnotated,
            place.Locations[0],
            context.CancellationToken,
            member,
            annotated,
            member.ContainingType,
            member.Locations[0].IsInSource ? "annotate it too" : "make the latter partial, without a body");
}
