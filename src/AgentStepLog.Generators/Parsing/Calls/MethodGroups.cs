using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Decides to what kind of target a method group is converted (ASL2001).</summary>
internal static class MethodGroups
{
    /// <summary>
    /// Whether the method group becomes a <c>Delegate</c> or <c>object</c>. Code that takes any delegate, such as a factory of tools, reads the method's name,
    /// descriptions and defaults from it. A lambda in its place has none.
    /// </summary>
    public static bool GoesWhereAnyDelegateDoes(IMethodReferenceOperation reference)
        => reference.Parent is IDelegateCreationOperation { Parent: IConversionOperation } creation && !SaysItsType(creation);

    /// <summary>Whether the source contains the delegate's type.</summary>
    public static bool SaysItsType(IOperation creation) => creation.Syntax is CastExpressionSyntax or BaseObjectCreationExpressionSyntax;
}
