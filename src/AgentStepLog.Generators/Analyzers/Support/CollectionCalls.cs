using System.Linq;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// ASL2000 for the calls by which the compiler implements a collection expression or a <c>params</c> collection: the builder's
/// method or <c>Add</c>, and the enumeration of a spread element.
/// </summary>
internal static class CollectionCalls
{
    public static void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(operation => Collection(operation, scope), OperationKind.CollectionExpression);

    private static void Collection(OperationAnalysisContext context, RuleScope scope)
    {
        var collection = (ICollectionExpressionOperation)context.Operation;
        ImplicitCalls.Check(context, scope, collection.Syntax, collection.ConstructMethod);
        if (collection is { ConstructMethod.MethodKind: MethodKind.Constructor, Type: { } type, SemanticModel: { } model }
            && !collection.Elements.IsEmpty
            && scope.MayAnnotate(type))
        {
            foreach (var add in model.LookupSymbols(collection.Syntax.SpanStart, type, "Add", includeReducedExtensionMethods: true).OfType<IMethodSymbol>())
            {
                ImplicitCalls.Check(context, scope, collection.Syntax, add.Parameters.Skip(1).All(static p => p.IsOptional || p.IsParams) ? add : null);
            }
        }

        foreach (var spread in collection.Elements.OfType<ISpreadOperation>())
        {
            var enumerate = Parameterless(spread.Operand.Type, WellKnownMemberNames.GetEnumeratorMethodName);
            ImplicitCalls.Check(context, scope, spread.Syntax, enumerate);
            ImplicitCalls.Check(context, scope, spread.Syntax, Parameterless(enumerate?.ReturnType, WellKnownMemberNames.MoveNextMethodName));
        }
    }

    private static IMethodSymbol? Parameterless(ITypeSymbol? type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static m => m is { IsStatic: false, Parameters.IsEmpty: true }) is { } method)
            {
                return method;
            }
        }

        return null;
    }
}
