using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the bodies of methods that record themselves. Each body calls its wrapper.</summary>
internal static class CalleeEmitter
{
    public static void Emit(SourceWriter source, MethodModel method, CalleeModel callee)
    {
        var signature = method.InnerSignature!;
        var declared = signature with
        {
            TypeParameters = signature.TypeParameters.Select(p => new TypeParameterModel(p.Name, callee.Constraints is null ? p.Constraints : "")).ToEquatableArray(),
        };
        source.Line($"// Records every call of {method.Name}, from any caller. The method's own code is in {callee.Core}.");
        source.Line($"[{GeneratedFile.Services}CalleeOwned]");
        if (callee.Descriptions is { Method: { Length: > 0 } text })
        {
            source.Line(Description("", text));
        }

        if (callee.Descriptions is { Return: { Length: > 0 } result })
        {
            source.Line(Description("return: ", result));
        }

        source.Line($"{callee.Modifiers} {SignatureText.Header(declared, method.EscapedName, Declarations(method, callee, signature))}{callee.Constraints} =>");
        using (source.Indent())
        {
            var arguments = SignatureText.Arguments(signature, "this").Append($"{GeneratedFile.Services}CallOrigin.Callee");
            source.Line($"{SignatureText.PassRef(signature)}global::{GeneratedFile.Namespace}.{method.Type.WrapperClass}."
                + $"{WrapperEmitter.EscapedWrapper(method.WrapperName)}{callee.TypeArguments}({string.Join(", ", arguments)});");
        }

        if (TableMember(method) is { } name)
        {
            Called(source, method, signature, name);
        }
    }

    /// <summary>
    /// The member through which a tool table calls a method that may be overridden. It calls the method by its name, since the wrapper knows
    /// the code of this type alone. Null where the table calls the wrapper.
    /// </summary>
    public static string? TableMember(MethodModel method) =>
        method is { Kind: RecordedKind.Tool, Callee.IsOverridable: true } ? method.WrapperName + "__Called" : null;

    private static string Description(string target, string text) =>
        $"[{target}global::System.ComponentModel.Description({ValueStatements.Literal(text)})]";

    private static void Called(SourceWriter source, MethodModel method, Signature signature, string name)
    {
        var origin = LocalNames.Of(signature).Fresh("origin");
        var parameters = SignatureText.Parameters(signature).Append($"{GeneratedFile.Services}CallOrigin {origin}");
        source.Line();
        source.Line($"/// <summary>Calls <c>{method.Name}</c>, or its override, for a model.</summary>");
        source.Line(GeneratedFile.GeneratedCode);
        source.Line(GeneratedFile.EditorHidden);
        source.Line(GeneratedFile.StackTraceHidden);
        if (method.IsObsolete)
        {
            source.Line(GeneratedFile.Obsolete);
        }

        using (source.Braces($"{SignatureText.Attributes(signature)}internal {(method.Type.IsInterface ? "sealed " : "")}{SignatureText.Header(signature, name, parameters)}"))
        {
            source.Line(origin + ".HandOver();");
            using (source.Braces("try"))
            {
                source.Line($"{(signature.ReturnType == "void" ? "" : "return ")}{SignatureText.PassRef(signature)}this.{method.EscapedName}"
                    + $"{SignatureText.TypeArguments(signature)}({string.Join(", ", SignatureText.Arguments(signature))});");
            }

            using (source.Braces("finally"))
            {
                source.Line($"{GeneratedFile.Services}CallOrigin.TakeBack();");
            }
        }
    }

    // Both parts of a partial method must write params and this. A params parameter is scoped already. An attribute on one part applies to both.
    private static IEnumerable<string> Declarations(MethodModel method, CalleeModel callee, Signature signature) =>
        SignatureText.Parameters(signature with
        {
            Parameters = signature.Parameters.Select((p, i) => p with { IsScoped = p.IsScoped && !method.Parameters[i].IsParams, IsUnscoped = false, Marks = "" }).ToEquatableArray(),
        }).Select((p, i) => (callee.Descriptions?.Parameters[i] is { Length: > 0 } text ? Description("", text) + " " : "") + (i == 0 && signature.IsExtension ? "this " : "") + (method.Parameters[i].IsParams ? "params " : "") + p);
}
