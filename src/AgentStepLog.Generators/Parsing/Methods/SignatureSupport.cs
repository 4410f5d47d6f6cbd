using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Decides whether generated code can declare a method of the same signature, and capture what goes in and out.</summary>
internal static class SignatureSupport
{
    public static MethodRefusal Check(IMethodSymbol method, Compilation compilation)
    {
        if (method.IsVararg)
        {
            return MethodRefusal.VarArgs;
        }

        // A reference into the struct itself would be one into the wrapper's; and a wrapper may return another task or sequence.
        if (method.RefKind != RefKind.None
            && ((method.ContainingType.IsValueType && !method.IsStatic)
                || ReturnShapes.Of(method, out _) is not ReturnShape.Value
                || LazyShapes.Of(method.ReturnType, out _) != LazyShape.None
                || method.ReturnType.IsRefLikeType))
        {
            return MethodRefusal.RefReturn;
        }

        // The generated body stands in the struct, and what it hands on must not refer to it.
        if (method.ReturnType.IsRefLikeType && method.ContainingType.IsValueType && !method.IsStatic && CalleeOwned.IsDeclared(method))
        {
            return MethodRefusal.RefReturn;
        }

        if (method.Parameters.Any(p => p.RefKind is RefKind.Ref or RefKind.Out)
            && (ReturnShapes.Of(method, out var value) == ReturnShape.Awaitable || (value is not null && LazyShapes.Of(value, out _) != LazyShape.None)))
        {
            return MethodRefusal.OutputsOfStream;
        }

        // A result whose type may be a ref struct cannot be kept until the record is written.
        if (method.ReturnType is ITypeParameterSymbol { AllowsRefLikeType: true })
        {
            return MethodRefusal.RefStruct;
        }

        var refusal = method.Parameters.Select(p => p.Type)
            .Prepend(method.ContainingType)
            .Append(method.ReturnType)
            .Concat(TypeNaming.TypeParameters(method).SelectMany(p => p.ConstraintTypes))
            .Select(t => CheckType(t, compilation))
            .FirstOrDefault(r => r != MethodRefusal.None);

        // What is async void shows where the body is.
        return refusal == MethodRefusal.None ? ReturnShapes.Check(CalleeOwned.Core(method) ?? method) : refusal;
    }

    private static MethodRefusal CheckType(ITypeSymbol type, Compilation compilation)
    {
        if (TypeNames.HasPointer(type))
        {
            return MethodRefusal.Pointer;
        }

        if (type.IsRefLikeType && TypeNames.SpanElement(type) is null)
        {
            return MethodRefusal.RefStruct;
        }

        if (TypeNames.HasFileLocal(type))
        {
            return MethodRefusal.FileType;
        }

        return !Visible.Is(type, compilation) ? MethodRefusal.InaccessibleType
            : GlobalNames.Reach(type, compilation) ? MethodRefusal.None
            : MethodRefusal.AmbiguousType;
    }
}
