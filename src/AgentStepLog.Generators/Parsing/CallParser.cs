using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Turns a call into its model.</summary>
internal static class CallParser
{
    /// <summary>Null if the compiler gives no location, so that it cannot be intercepted.</summary>
    /// <param name="decision">A call that is recorded.</param>
    public static CallModel? Parse(
        InvocationExpressionSyntax call, CallDecision decision, SemanticModel model, SourceRow row, CancellationToken cancellation)
    {
        if (model.GetInterceptableLocation(call, cancellation) is not { } location)
        {
            return null;
        }

        var method = decision.Annotation.Method;
        var target = decision.Target;
        var position = Name(call).GetLocation().GetMappedLineSpan();
        return new CallModel
        {
            WrapperClass = GeneratedNames.WrapperClass(method.ContainingType, model.Compilation),
            WrapperName = GeneratedNames.Wrapper(method, model.Compilation),
            Target = TypeNames.Plain(target.ContainingType) + "." + target.Name,
            Signature = Signatures.Outside(target, TypeNaming.Outside(target, annotated: false)),
            IsObsolete = MethodParser.IsObsolete(target),
            ExperimentalIds = Warnings.ExperimentalIds(target.Parameters.Cast<ISymbol>().Prepend(target)),
            LocationVersion = location.Version,
            LocationData = location.Data,
            File = SourcePaths.Relative(position.HasMappedPath ? position.Path : call.SyntaxTree.FilePath, row.Settings),
            Line = position.StartLinePosition.Line + 1,
            Member = Caller(model.GetEnclosingSymbol(call.SpanStart, cancellation)),
        };
    }

    private static ExpressionSyntax Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var expression => expression,
    };

    // The member that a reader of the log would look for: not the lambda in it, not the accessor of a property.
    private static string Caller(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

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
            // Top-level statements stand in a method that has no name in C#.
            { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName, ContainingType: { } program } => program.Name,
            { ContainingType: { } type } => type.Name + "." + member.Name,
            _ => member.Name,
        };
    }
}
