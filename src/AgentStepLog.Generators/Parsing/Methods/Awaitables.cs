using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Recognises awaitables other than the framework's tasks.</summary>
internal static class Awaitables
{
    /// <summary>The type that awaiting returns, possibly <c>void</c>; null if the type cannot be awaited.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Select(ResultOf).FirstOrDefault(static r => r is not null);
        }

        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers("GetAwaiter").OfType<IMethodSymbol>().FirstOrDefault(static m => m is { Parameters.Length: 0, IsStatic: false, Arity: 0 }) is { } get)
            {
                return get.ReturnType.GetMembers("GetResult").OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.Length == 0)?.ReturnType;
            }
        }

        return null;
    }

    /// <summary>Whether an async method may return the type.</summary>
    public static bool HasBuilder(ITypeSymbol type) => type.OriginalDefinition.GetAttributes().Any(static a =>
        a.AttributeClass is { MetadataName: "AsyncMethodBuilderAttribute" } builder
        && Namespaces.IsIn(builder, "System", "Runtime", "CompilerServices"));
}
