using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Knows to whom a method group is handed over (ASL2001).</summary>
internal static class MethodGroups
{
    /// <summary>
    /// Whether it becomes a <c>Delegate</c> or <c>object</c>: who takes any delegate, as a factory of tools does, reads the method's name, descriptions
    /// and defaults off it, and a lambda in its place has none.
    /// </summary>
    public static bool GoesWhereAnyDelegateDoes(IMethodReferenceOperation reference)
        => reference.Parent is IDelegateCreationOperation { Parent: IConversionOperation } creation && !SaysItsType(creation);

    /// <summary>Whether the delegate's type stands in the source.</summary>
    public static bool SaysItsType(IOperation creation) => creation.Syntax is CastExpressionSyntax or BaseObjectCreationExpressionSyntax;
}
