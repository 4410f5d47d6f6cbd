using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the interceptors of one or more source files, and the marker by which an analyzer sees that the generator ran.</summary>
internal static class InterceptorEmitter
{
    private const string Class = "Interceptors";

    public const string MarkerHintName = "AgentStepLog.InterceptionMarker.g.cs";

    // The signature is a copy in a context without annotations, so it may differ in nullability, tuple names or dynamic.
    private static readonly string[] s_signatureWarnings = ["CS9154", "CS9158", "CS9159"];

    public static string HintName(InterceptorFile file) => file.Name + ".Interceptors.g.cs";

    public static string Emit(InterceptorFile file)
    {
        var source = GeneratedFile.Begin("disable", file.Files.SelectMany(f => f.Calls).SelectMany(c => c.ExperimentalIds).Concat(s_signatureWarnings));
        using (source.Braces("namespace System.Runtime.CompilerServices"))
        {
            source.Line("// Conditional on a symbol that is never defined: the compiler reads the attribute, and leaves it out of the assembly.");
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
            source.Line(GeneratedFile.GeneratedCode);
            source.Line(GeneratedFile.StackTraceHidden);
            using (source.Braces("file static class " + Class))
            {
                var names = new LocalNames([Class]);
                var isFirst = true;
                foreach (var call in file.Files.SelectMany(static f => f.Calls))
                {
                    source.Separate(ref isFirst);
                    Interceptor(source, call, names.Numbered(call.Name));
                }
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

    private static void Interceptor(SourceWriter source, CallModel call, string name)
    {
        var self = LocalNames.Of(call.Signature).Fresh("self");
        if (call.IsObsolete)
        {
            source.Line(GeneratedFile.Obsolete);
        }

        source.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({GeneratedNames.Number(call.LocationVersion)}, {ValueStatements.Literal(call.LocationData)})]");
        source.Line($"{SignatureText.Attributes(call.Signature)}internal static {SignatureText.Header(call.Signature, name, Parameters(call.Signature, self))} =>");
        using (source.Indent())
        {
            // Constants and no static field: the line changes when hot reload moves the call, and a field would keep the old line.
            var origin = $"{GeneratedFile.Services}CallOrigin.Direct({ValueStatements.Literal(call.File)}, {GeneratedNames.Number(call.Line)}, {ValueStatements.Literal(call.Member)})";
            var arguments = SignatureText.Arguments(call.Signature, call.ReceiverCast is { } type ? $"({type}){self}" : self).Append(origin);
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
