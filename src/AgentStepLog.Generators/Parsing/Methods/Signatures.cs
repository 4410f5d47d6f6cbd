using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Makes the signature of a method, for generated code outside or inside its type.</summary>
internal static class Signatures
{
    /// <summary>The signature for wrappers and accessors, which are static methods outside of the type.</summary>
    public static Signature Outside(IMethodSymbol method, TypeNaming naming) =>
        Of(method, naming, TypeNaming.TypeParameters(method).Select(p => Parameter(p, naming)));

    /// <summary>The signature for interceptors. The caller's use of a <c>dynamic</c> result is bound by the interceptor's return type.</summary>
    public static Signature Interceptor(IMethodSymbol method, TypeNaming naming) => method.ReturnsVoid
        ? Outside(method, naming)
        : Outside(method, naming) with { ReturnType = naming.WithDynamic(method.ReturnType) };

    /// <summary>The signature for bridges, which are members of the type.</summary>
    public static Signature Inside(IMethodSymbol method) =>
        Of(method, TypeNaming.Inside, method.TypeParameters.Select(p => Parameter(p, TypeNaming.Inside)));

    public static ReceiverKind Receiver(IMethodSymbol method) =>
        method.IsStatic ? ReceiverKind.None
        : !method.ContainingType.IsValueType ? ReceiverKind.Reference
        : method.IsReadOnly ? ReceiverKind.In
        : ReceiverKind.Ref;

    private static Signature Of(IMethodSymbol method, TypeNaming naming, IEnumerable<TypeParameterModel> typeParameters) => new()
    {
        TypeParameters = typeParameters.ToEquatableArray(),
        OwnTypeParameters = method.TypeParameters.Length,
        Receiver = Receiver(method),
        Type = naming.Of(method.ContainingType),
        Parameters = method.Parameters.Select(p => Parameter(p, naming)).ToEquatableArray(),
        ReturnType = method.ReturnsVoid ? "void" : naming.Of(method.ReturnType),
        ReturnRefKind = method.RefKind,
        IsExtension = method.IsExtensionMethod,
        Requirements = TrimmingMarks.OnMethod(method),
        ReturnMarks = TrimmingMarks.OnValue(method.GetReturnTypeAttributes(), "return: "),
    };

    private static TypeParameterModel Parameter(ITypeParameterSymbol parameter, TypeNaming naming) =>
        new(naming.Name(parameter), naming.Constraints(parameter)) { Marks = TrimmingMarks.OnValue(parameter.GetAttributes()) };

    // An out parameter is always scoped.
    private static SignatureParameter Parameter(IParameterSymbol parameter, TypeNaming naming) => new(
        TypeNames.Escape(parameter.Name),
        naming.Of(parameter.Type),
        parameter.RefKind,
        parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out,
        parameter.ScopedKind == ScopedKind.None && parameter.RefKind == RefKind.Out)
    {
        Marks = TrimmingMarks.OnValue(parameter.GetAttributes()),
    };
}
