using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>
/// How a wrapper reaches the original method and the type's own log: by name, through a bridge in the partial type, or
/// through an accessor.
/// </summary>
internal static class MemberAccess
{
    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";
    private const string AsRef = "global::System.Runtime.CompilerServices.Unsafe.AsRef";

    /// <summary>The code that calls the original method.</summary>
    public static string Call(MethodModel method, string self)
    {
        var arguments = string.Join(", ", SignatureText.Arguments(method.Signature));
        var owner = method.Receiver == ReceiverKind.None ? method.Signature.Type : self;
        var own = SignatureText.OwnTypeArguments(method.Signature);
        return method.Reach switch
        {
            MemberReach.Direct => $"{owner}.{method.EscapedName}{own}({arguments})",
            MemberReach.Bridge => $"{owner}.{BridgeName(method)}{own}({arguments})",
            _ => $"{AccessorCall(method)}({Join(AccessorTarget(method, self), arguments)})",
        };
    }

    /// <summary>The code that returns the type's own log; null if the type has none.</summary>
    /// <param name="wrappers">The qualifier of the wrapper class's members, for code outside of that class.</param>
    public static string? Log(MethodModel method, string self, string? wrappers = null)
    {
        if (method.Log is not { } log)
        {
            return null;
        }

        var owner = log.IsStatic ? log.Owner : self;
        return log.Reach switch
        {
            MemberReach.Direct => $"{owner}.{log.Name}",
            MemberReach.Bridge => $"{(log.IsStatic ? method.Signature.Type : self)}.{BridgeName(log)}",
            _ => $"{(wrappers is null ? LocalNames.Member(method.Signature, method.Type.WrapperClass, AccessorName(log)) : wrappers + AccessorName(log))}({LogTarget(method, log, self)})",
        };
    }

    /// <summary>The bridges that the type needs for all its methods.</summary>
    public static EquatableArray<string> Bridges(TypeModel type)
    {
        var methods = type.Methods.Where(m => m.Reach == MemberReach.Bridge).Select(Bridge);
        var logs = type.Methods.Select(m => m.Log).OfType<LogAccess>().Where(l => l.Reach == MemberReach.Bridge).Distinct().Select(l =>
            $"internal {(l.IsStatic ? "static " : type.Type.IsValueType ? "readonly " : "")}global::AgentStepLog.StepLog? {BridgeName(l)} => {l.Name};");
        return methods.Concat(logs).ToEquatableArray();
    }

    /// <summary>The accessors that the wrapper class needs.</summary>
    public static EquatableArray<string> Accessors(TypeModel type)
    {
        var methods = type.Methods.Where(m => m.Reach == MemberReach.Accessor).Select(AccessorOf);
        var logs = type.Methods.Select(m => m.Log).OfType<LogAccess>().Where(l => l.Reach == MemberReach.Accessor).Distinct().Select(l =>
            $"[{Accessor}({Accessor}Kind.{(l.IsStatic ? "Static" : "")}{(l.IsField ? "Field" : "Method")}, Name = {ValueStatements.Literal((l.IsField ? "" : "get_") + l.Name.TrimStart('@'))})] "
            + $"internal static extern {(l.IsField ? "ref " : "")}{l.Type}? {AccessorName(l)}({(type.Type.IsValueType ? $"ref {l.Owner}" : l.Owner + "?")} self);");
        return methods.Concat(logs).ToEquatableArray();
    }

    public static string Join(string first, string rest) => rest.Length == 0 ? first : first + ", " + rest;

    private static string Bridge(MethodModel method)
    {
        var signature = method.InnerSignature!;
        var modifier = method.Receiver switch
        {
            ReceiverKind.None => "static ",
            ReceiverKind.In => "readonly ",
            _ => method.Type.IsInterface ? "sealed " : "",
        };
        return $"{GeneratedFile.StackTraceHidden} {Obsolete(method)}{SignatureText.Attributes(signature)}internal {modifier}{SignatureText.Header(signature, BridgeName(method), SignatureText.Parameters(signature))} => {Original(method, signature)};";
    }

    /// <summary>The call in a bridge: of the method itself, or of the method with the user's code if the method records itself.</summary>
    private static string Original(MethodModel method, Signature signature) => method.Callee is { HasCore: false } callee
        ? $"throw new global::System.NotImplementedException({ValueStatements.Literal($"{method.FullName} has no body: write {callee.Core}, with the same signature (ASL3002).")})"
        : $"{SignatureText.PassRef(signature)}{(method.IsBaseCall ? "base" : IsStaticInside(method) ? signature.Type : "this")}.{method.Callee?.Core ?? method.EscapedName}{SignatureText.TypeArguments(signature)}({string.Join(", ", SignatureText.Arguments(signature))})";

    private static bool IsStaticInside(MethodModel method) => method.Receiver == ReceiverKind.None || method.Callee is { IsCoreStatic: true };

    private static string AccessorOf(MethodModel method)
    {
        var signature = method.Signature;
        var self = (method.Type.IsValueType ? $"ref {signature.Type} " : signature.Type + "? ") + LocalNames.Of(signature).Fresh("self");
        var attribute = $"{Obsolete(method)}{SignatureText.Attributes(signature)}[{Accessor}({Accessor}Kind.{(method.Receiver == ReceiverKind.None ? "StaticMethod" : "Method")}, Name = {ValueStatements.Literal(method.Name)})]";
        var parameters = SignatureText.Parameters(signature).Prepend(self);
        if (!IsInGenericType(signature))
        {
            return $"{attribute} private static extern {SignatureText.Header(signature, AccessorName(method), parameters)};";
        }

        // The runtime requires the type's parameters on a type around the accessor, and the method's own on the accessor.
        var (outer, own) = Split(signature);
        var accessor = SignatureText.Header(signature with { TypeParameters = own }, "Call", parameters);
        return $"{GeneratedFile.StackTraceHidden} private static class {AccessorName(method)}{SignatureText.TypeParameters(outer)}{SignatureText.Constraints(outer)} "
            + $"{{ {attribute} internal static extern {accessor}; }}";
    }

    private static string AccessorCall(MethodModel method) => IsInGenericType(method.Signature)
        ? $"{AccessorReference(method)}{SignatureText.TypeArguments(Split(method.Signature).Outer.Select(static p => p.Name))}.Call{SignatureText.OwnTypeArguments(method.Signature)}"
        : AccessorReference(method) + SignatureText.TypeArguments(method.Signature);

    private static string AccessorReference(MethodModel method) =>
        LocalNames.Member(method.Signature, method.Type.WrapperClass, AccessorName(method));

    private static bool IsInGenericType(Signature signature) => signature.TypeParameters.Count > signature.OwnTypeParameters;

    private static (EquatableArray<TypeParameterModel> Outer, EquatableArray<TypeParameterModel> Own) Split(Signature signature)
    {
        var outer = signature.TypeParameters.Count - signature.OwnTypeParameters;
        return (signature.TypeParameters.Take(outer).ToEquatableArray(), signature.TypeParameters.Skip(outer).ToEquatableArray());
    }

    private static string Obsolete(MethodModel method) => method.IsObsolete ? GeneratedFile.Obsolete + " " : "";

    private static string AccessorTarget(MethodModel method, string self) => method.Receiver switch
    {
        ReceiverKind.Reference => self,
        ReceiverKind.Ref => "ref " + self,
        ReceiverKind.In => $"ref {AsRef}(in {self})",
        _ => method.Type.IsValueType ? $"ref {AsRef}(in global::System.Runtime.CompilerServices.Unsafe.NullRef<{method.Signature.Type}>())" : "null",
    };

    private static string LogTarget(MethodModel method, LogAccess log, string self) =>
        !method.Type.IsValueType ? log.IsStatic ? "null" : self
        : log.IsStatic ? $"ref global::System.Runtime.CompilerServices.Unsafe.NullRef<{log.Owner}>()"
        : method.Receiver == ReceiverKind.In ? $"ref {AsRef}(in {self})" : "ref " + self;

    private static string BridgeName(MethodModel method) => method.WrapperName + "__Recorded";

    private static string BridgeName(LogAccess log) => log.Name.TrimStart('@') + log.BridgeInfix + "__StepLog";

    private static string AccessorName(MethodModel method) => method.WrapperName + "_Accessor";

    private static string AccessorName(LogAccess log) => log.Name.TrimStart('@') + "_Log_Accessor";
}
