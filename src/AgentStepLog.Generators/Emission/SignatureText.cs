using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Emission;

/// <summary>Writes a signature: as a declaration, and as the arguments of a call that passes its own parameters on.</summary>
internal static class SignatureText
{
    /// <summary><c>ref readonly int Name&lt;T&gt;(…) where T : class</c>: all of a declaration but its modifiers.</summary>
    public static string Header(Signature signature, string name, IEnumerable<string> parameters) =>
        $"{ReturnRef(signature)}{signature.ReturnType} {name}{TypeParameters(signature.TypeParameters)}({string.Join(", ", parameters)}){Constraints(signature.TypeParameters)}";

    /// <summary>The attributes before a declaration, each with a space after it.</summary>
    public static string Attributes(Signature signature) => string.Concat(signature.Requirements.Select(static r => r + " ")) + signature.ReturnMarks;

    /// <summary><c>&lt;T, U&gt;</c> as it is declared, or nothing.</summary>
    public static string TypeParameters(IEnumerable<TypeParameterModel> parameters) => TypeArguments(parameters.Select(static p => p.Marks + p.Name));

    /// <summary>The receiver, if there is one, and the parameters.</summary>
    public static IEnumerable<string> Parameters(Signature signature, string self) => signature.Receiver == ReceiverKind.None
        ? Parameters(signature)
        : Parameters(signature).Prepend($"{Receiver(signature)}{signature.Type} {self}");

    /// <summary>The parameters without the receiver.</summary>
    public static IEnumerable<string> Parameters(Signature signature) => signature.Parameters.Select(static p =>
        $"{p.Marks}{(p.IsUnscoped ? "[global::System.Diagnostics.CodeAnalysis.UnscopedRef] " : "")}{(p.IsScoped ? "scoped " : "")}{DeclaredRef(p.RefKind)}{p.Type} {p.Name}");

    /// <summary>The receiver, if there is one, and the parameters, as arguments of a static method.</summary>
    public static IEnumerable<string> Arguments(Signature signature, string self) => signature.Receiver == ReceiverKind.None
        ? Arguments(signature)
        : Arguments(signature).Prepend(Receiver(signature) + self);

    /// <summary>The parameters as arguments.</summary>
    public static IEnumerable<string> Arguments(Signature signature) => signature.Parameters.Select(static p => GivenRef(p.RefKind) + p.Name);

    /// <summary><c>ref </c>, or <c>in </c> for a method that does not change its struct; nothing for an object.</summary>
    public static string Receiver(Signature signature) => signature.Receiver switch
    {
        ReceiverKind.Ref => "ref ",
        ReceiverKind.In => "in ",
        _ => "",
    };

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public static string TypeArguments(Signature signature) => TypeArguments(signature.TypeParameters.Select(static p => p.Name));

    /// <summary>The arguments for the method's own type parameters alone.</summary>
    public static string OwnTypeArguments(Signature signature) => TypeArguments(
        signature.TypeParameters.Skip(signature.TypeParameters.Count - signature.OwnTypeParameters).Select(static p => p.Name));

    /// <summary><c> where T : class</c> for each parameter that has constraints.</summary>
    public static string Constraints(IEnumerable<TypeParameterModel> parameters) =>
        string.Concat(parameters.Where(static p => p.Constraints.Length > 0).Select(static p => $" where {p.Name} : {p.Constraints}"));

    public static string TypeArguments(IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } list ? $"<{list}>" : "";

    /// <summary>The keyword before a call whose result is returned by reference.</summary>
    public static string PassRef(Signature signature) => signature.ReturnRefKind == RefKind.None ? "" : "ref ";

    /// <summary><c>ref </c>, <c>ref readonly </c> or nothing.</summary>
    public static string ReturnRef(Signature signature) => signature.ReturnRefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    private static string DeclaredRef(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };

    private static string GivenRef(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    };
}
