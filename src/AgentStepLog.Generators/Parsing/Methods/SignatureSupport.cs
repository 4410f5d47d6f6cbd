using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Decides whether generated code can declare a method of the same signature, and record its inputs and outputs.</summary>
internal static class SignatureSupport
{
    public static MethodRefusal Check(IMethodSymbol method, Compilation compilation)
    {
        if (method.IsVararg)
        {
            return MethodRefusal.VarArgs;
        }

        // A reference to a part of the struct would refer to the wrapper's copy. For a task or sequence, a wrapper may return another object.
        if (method.RefKind != RefKind.None
            && ((method.ContainingType.IsValueType && !method.IsStatic)
                || ReturnShapes.Of(method, out _) is not ReturnShape.Value
                || LazyShapes.Of(method.ReturnType, out _) != LazyShape.None
                || method.ReturnType.IsRefLikeType))
        {
            return MethodRefusal.RefReturn;
        }

        // The generated body is a member of the struct, and must not return a reference to it.
        if (method.ReturnType.IsRefLikeType && method.ContainingType.IsValueType && !method.IsStatic && CalleeOwned.IsDeclared(method))
        {
            return MethodRefusal.RefReturn;
        }

        if (method.Parameters.Any(p => p.RefKind is RefKind.Ref or RefKind.Out)
            && (ReturnShapes.Of(method, out var value) == ReturnShape.Awaitable || (value is not null && LazyShapes.Of(value, out _) != LazyShape.None)))
        {
            return MethodRefusal.OutputsOfStream;
        }

        // A result whose type may be a ref struct cannot be stored until the record is written.
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

        // Whether a method is async void is only visible at its body.
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
