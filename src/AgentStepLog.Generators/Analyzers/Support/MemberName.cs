using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>The part of a call or reference that names the member. A finding about the call is placed there.</summary>
internal static class MemberName
{
    public static SyntaxNode In(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => In(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        ConditionalAccessExpressionSyntax conditional => In(conditional.WhenNotNull),
        ParenthesizedExpressionSyntax parenthesized => In(parenthesized.Expression),
        PostfixUnaryExpressionSyntax suppressed => In(suppressed.Operand),
        PrefixUnaryExpressionSyntax address => In(address.Operand),
        _ => node,
    };
}
