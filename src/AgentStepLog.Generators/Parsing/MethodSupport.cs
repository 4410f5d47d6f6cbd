using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Decides for an annotated method whether its calls can be recorded, and how it is reached. The one place that knows:
/// the generator writes nothing for what is refused here, and ASL2004 reports it.
/// </summary>
internal static class MethodSupport
{
    public static MethodRefusal Check(IMethodSymbol method, Compilation compilation) =>
        Check(method, compilation, out _);

    public static MethodRefusal Check(IMethodSymbol method, Compilation compilation, out MemberReach reach)
    {
        reach = MemberReach.Direct;
        var refusal = CheckKind(method);
        if (refusal == MethodRefusal.None)
        {
            refusal = CheckSignature(method, compilation);
        }

        return refusal == MethodRefusal.None ? CheckReach(method, compilation, out reach) : refusal;
    }

    private static MethodRefusal CheckKind(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return MethodRefusal.LocalFunction;
        }

        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
        {
            return MethodRefusal.ExplicitImplementation;
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            return MethodRefusal.NotOrdinary;
        }

        if (!TypeNames.IsOrdinaryType(method.ContainingType))
        {
            return MethodRefusal.ExtensionBlock;
        }

        if (method.IsStatic && (method.IsAbstract || method.IsVirtual))
        {
            return MethodRefusal.StaticAbstract;
        }

        if (method.IsPartialDefinition && method.PartialImplementationPart is null)
        {
            return MethodRefusal.CalleeOwned;
        }

        if (method.IsGenericMethod)
        {
            return MethodRefusal.Generic;
        }

        return TypeNames.IsInGenericType(method.ContainingType) ? MethodRefusal.GenericType : MethodRefusal.None;
    }

    private static MethodRefusal CheckSignature(IMethodSymbol method, Compilation compilation)
    {
        if (method.IsVararg)
        {
            return MethodRefusal.VarArgs;
        }

        if (method.RefKind != RefKind.None)
        {
            return MethodRefusal.RefReturn;
        }

        if (CheckType(method.ContainingType, compilation) is not MethodRefusal.None and var receiver)
        {
            return receiver;
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return MethodRefusal.RefParameter;
            }

            if (CheckType(parameter.Type, compilation) is not MethodRefusal.None and var refusal)
            {
                return refusal;
            }
        }

        if (CheckType(method.ReturnType, compilation) is not MethodRefusal.None and var result)
        {
            return result;
        }

        return ReturnShapes.Of(method, out _) is null ? MethodRefusal.ReturnShape : MethodRefusal.None;
    }

    private static MethodRefusal CheckType(ITypeSymbol type, Compilation compilation)
    {
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
            || type is IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer })
        {
            return MethodRefusal.Pointer;
        }

        if (TypeNames.HasDynamic(type))
        {
            return MethodRefusal.Dynamic;
        }

        if (type.IsRefLikeType)
        {
            return MethodRefusal.RefStruct;
        }

        if (TypeNames.HasFileLocal(type))
        {
            return MethodRefusal.FileType;
        }

        return !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? MethodRefusal.InaccessibleType
            : GlobalNames.Reach(type, compilation) ? MethodRefusal.None
            : MethodRefusal.AmbiguousType;
    }

    private static MethodRefusal CheckReach(IMethodSymbol method, Compilation compilation, out MemberReach reach)
    {
        reach = MemberReach.Direct;
        if (compilation.IsSymbolAccessibleWithin(method, compilation.Assembly))
        {
            return MethodRefusal.None;
        }

        var type = method.ContainingType;
        if (type.TypeKind == TypeKind.Interface)
        {
            return MethodRefusal.PrivateInInterface;
        }

        if (Ownership.IsOpen(type, compilation))
        {
            reach = MemberReach.Bridge;
            return MethodRefusal.None;
        }

        if (type.IsStatic)
        {
            return MethodRefusal.PrivateInStaticType;
        }

        reach = MemberReach.Accessor;
        return HasUnsafeAccessor(compilation) ? MethodRefusal.None : MethodRefusal.NoUnsafeAccessor;
    }

    public static bool HasUnsafeAccessor(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.UnsafeAccessorAttribute") is not null;
}
