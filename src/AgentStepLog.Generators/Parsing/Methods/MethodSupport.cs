using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Decides whether the calls of an annotated method can be recorded, and how the method is reached. The generator and the analyzers both use this class:
/// the generator writes nothing for refused methods, and ASL2004 reports them.
/// </summary>
internal static class MethodSupport
{
    public static MethodRefusal Check(IMethodSymbol method, Compilation compilation) =>
        Check(method, compilation, out _);

    public static MethodRefusal Check(IMethodSymbol method, Compilation compilation, out MemberReach reach)
    {
        reach = MemberReach.Direct;
        method = ExtensionBlocks.Carrier(method);
        var refusal = CheckKind(method);
        if (refusal == MethodRefusal.None)
        {
            refusal = SignatureSupport.Check(method, compilation);
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

        if (method.MethodKind != MethodKind.Ordinary || IsForNativeCallers(method))
        {
            return MethodRefusal.NotOrdinary;
        }

        if (ExtensionBlocks.Check(method) is not MethodRefusal.None and var refusal)
        {
            return refusal;
        }

        if (!TypeNames.IsOrdinaryType(method.ContainingType))
        {
            return MethodRefusal.NotOrdinary;
        }

        if (method.IsStatic && (method.IsAbstract || method.IsVirtual))
        {
            return MethodRefusal.StaticAbstract;
        }

        return MethodRefusal.None;
    }

    // Managed code may not call such a method (CS8901).
    private static bool IsForNativeCallers(IMethodSymbol method) => method.IsStatic && method.GetAttributes().Any(static a => a.AttributeClass is
        { Name: "UnmanagedCallersOnlyAttribute", ContainingNamespace.Name: "InteropServices" });

    private static MethodRefusal CheckReach(IMethodSymbol method, Compilation compilation, out MemberReach reach)
    {
        reach = MemberReach.Direct;
        // A method of a referenced assembly has its body already. Only its typed steps are generated here.
        if (CalleeOwned.IsDeclared(method) && Ownership.IsOwn(method, compilation))
        {
            reach = MemberReach.Bridge;
            return TypeNames.IsPartial(method.ContainingType) ? MethodRefusal.None : MethodRefusal.ContainerNotPartial;
        }

        if (Visible.Is(method, compilation))
        {
            return MethodRefusal.None;
        }

        var type = method.ContainingType;
        if (Ownership.IsOpen(type, compilation))
        {
            reach = MemberReach.Bridge;
            return MethodRefusal.None;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return MethodRefusal.PrivateInInterface;
        }

        if (type.IsStatic)
        {
            return MethodRefusal.PrivateInStaticType;
        }

        reach = MemberReach.Accessor;
        if (!HasUnsafeAccessor(compilation))
        {
            return MethodRefusal.NoUnsafeAccessor;
        }

        var isGeneric = method.IsGenericMethod || TypeNames.IsInGenericType(type);
        return isGeneric && !HasGenericUnsafeAccessor(compilation) ? MethodRefusal.NoGenericUnsafeAccessor : MethodRefusal.None;
    }

    public static bool HasUnsafeAccessor(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.UnsafeAccessorAttribute") is not null;

    // The runtime of .NET 8 has accessors, but throws BadImageFormatException for generic ones.
    private static bool HasGenericUnsafeAccessor(Compilation compilation) =>
        compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly.Identity.Version.Major >= 9;
}
