using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the interceptors of a source file or of neighbours, and the marker by which an analyzer sees that the generator ran.</summary>
internal static class InterceptorEmitter
{
    private const string Class = "Interceptors";

    public const string MarkerHintName = "AgentStepLog.InterceptionMarker.g.cs";

    // Warnings where nullability, tuple names or dynamic of the signature differ: it is a copy, in a context without annotations.
    private static readonly string[] s_signatureWarnings = ["CS9154", "CS9158", "CS9159"];

    /// <param name="files">The source files whose calls stand in one generated file, which has the first one's name.</param>
    public static string HintName(EquatableArray<FileCalls> files) => files[0].File + ".Interceptors.g.cs";

    /// <inheritdoc cref="HintName"/>
    public static string Emit(EquatableArray<FileCalls> files)
    {
        var source = GeneratedFile.Begin("disable", files.SelectMany(f => f.Calls).SelectMany(c => c.ExperimentalIds).Concat(s_signatureWarnings));
        using (source.Braces("namespace System.Runtime.CompilerServices"))
        {
            source.Line("// Conditional on what is never defined: the compiler reads the attribute, and leaves it out of the assembly.");
            source.Line("[global::System.Diagnostics.Conditional(\"AgentStepLog_never\")]");
            source.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
            using (source.Braces("file sealed class InterceptsLocationAttribute : global::System.Attribute"))
            {
                using (source.Braces("public InterceptsLocationAttribute(int version, string data)"))
                {
                }
            }
        }

        source.Line();
        using (source.Braces("namespace " + GeneratedFile.Namespace))
        {
            for (var i = 0; i < files.Count; i++)
            {
                if (i > 0)
                {
                    source.Line();
                }

                // A class for each source file: the compiler binds them side by side, and their fields are made where they are needed.
                Interceptors(source, i == 0 ? Class : Class + "_" + GeneratedNames.Number(i + 1), files[i].Calls);
            }
        }

        return source.ToString();
    }

    public static string EmitMarker()
    {
        var source = GeneratedFile.Begin("disable", []);
        using (source.Braces("namespace " + GeneratedFile.Namespace))
        {
            source.Line("/// <summary>Tells analyzers that interceptors were written for this compilation.</summary>");
            source.Line(GeneratedFile.GeneratedCode);
            source.Line(GeneratedFile.EditorHidden);
            using (source.Braces("internal static class InterceptionMarker"))
            {
            }
        }

        return source.ToString();
    }

    private static void Interceptors(SourceWriter source, string name, EquatableArray<CallModel> calls)
    {
        source.Line(GeneratedFile.GeneratedCode);
        source.Line(GeneratedFile.StackTraceHidden);
        using (source.Braces("file static class " + name))
        {
            for (var i = 0; i < calls.Count; i++)
            {
                if (i > 0)
                {
                    source.Line();
                }

                Interceptor(source, name, calls[i], GeneratedNames.Number(i + 1));
            }
        }
    }

    private static void Interceptor(SourceWriter source, string owner, CallModel call, string number)
    {
        var names = LocalNames.Of(call.Signature);
        var self = names.Fresh("self");
        source.Line($"// {call.Target}, called by {call.Member} ({call.File}, line {GeneratedNames.Number(call.Line)}).");
        source.Line($"private static readonly {GeneratedFile.Capture}CallOrigin s_{number} = {GeneratedFile.Capture}CallOrigin.Direct("
            + $"{ValueStatements.Literal(call.File)}, {GeneratedNames.Number(call.Line)}, {ValueStatements.Literal(call.Member)});");
        source.Line();
        if (call.IsObsolete)
        {
            source.Line(GeneratedFile.Obsolete);
        }

        // Beside the fields, which are s_1 and on.
        var name = call.Target.Substring(call.Target.LastIndexOf('.') + 1) is var target && target == "s" ? "s__" + number : target + "_" + number;
        source.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({GeneratedNames.Number(call.LocationVersion)}, {ValueStatements.Literal(call.LocationData)})]");
        source.Line($"{SignatureText.Attributes(call.Signature)}internal static {SignatureText.Header(call.Signature, name, Parameters(call.Signature, self))} =>");
        using (source.Indent())
        {
            var arguments = SignatureText.Arguments(call.Signature, call.ReceiverCast is { } type ? $"({type}){self}" : self).Append(LocalNames.Member(call.Signature, owner, "s_" + number));
            source.Line($"{SignatureText.PassRef(call.Signature)}global::{GeneratedFile.Namespace}.{call.WrapperClass}.{WrapperEmitter.EscapedWrapper(call.WrapperName)}{SignatureText.TypeArguments(call.WrapperTypeArguments)}({string.Join(", ", arguments)});");
        }
    }

    private static IEnumerable<string> Parameters(Signature signature, string self)
    {
        var parameters = SignatureText.Parameters(signature, self);
        return signature.Receiver == ReceiverKind.None && !signature.IsExtension
            ? parameters
            : parameters.Select(static (p, i) => i == 0 ? "this " + p : p);
    }
}
