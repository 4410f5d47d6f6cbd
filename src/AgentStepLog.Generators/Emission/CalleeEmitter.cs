using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the bodies of methods that record themselves: each hands its call to its wrapper.</summary>
internal static class CalleeEmitter
{
    public static void Emit(SourceWriter source, MethodModel method, CalleeModel callee)
    {
        var signature = method.InnerSignature!;
        var declared = callee.Constraints is null ? signature : signature with { TypeParameters = signature.TypeParameters.Select(static p => p with { Constraints = "" }).ToEquatableArray() };
        source.Line($"// Records every call of {method.Name}, whoever makes it. What the method does stands in {callee.Core}.");
        source.Line($"[{GeneratedFile.Capture}CalleeOwned]");
        source.Line($"{callee.Modifiers} {SignatureText.Header(declared, method.EscapedName, Declarations(method, signature))}{callee.Constraints} =>");
        using (source.Indent())
        {
            var arguments = SignatureText.Arguments(signature, "this").Append($"{GeneratedFile.Capture}CallOrigin.Callee");
            source.Line($"{SignatureText.PassRef(signature)}global::{GeneratedFile.Namespace}.{method.Type.WrapperClass}."
                + $"{WrapperEmitter.EscapedWrapper(method.WrapperName)}{callee.TypeArguments}({string.Join(", ", arguments)});");
        }
    }

    // Both parts of a partial method say params and this; params says scoped. An attribute on one is on both.
    private static IEnumerable<string> Declarations(MethodModel method, Signature signature) =>
        SignatureText.Parameters(signature with
        {
            Parameters = signature.Parameters.Select((p, i) => p with { IsScoped = p.IsScoped && !method.Parameters[i].IsParams, IsUnscoped = false }).ToEquatableArray(),
        }).Select((p, i) => (i == 0 && signature.IsExtension ? "this " : "") + (method.Parameters[i].IsParams ? "params " : "") + p);
}
