using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the interceptors of a source file, and the marker by which an analyzer sees that the generator ran.</summary>
internal static class InterceptorEmitter
{
    public const string MarkerHintName = "AgentStepLog.InterceptionMarker.g.cs";

    // Warnings where nullability, tuple names or dynamic of the signature differ: it is a copy, in a context without annotations.
    private static readonly string[] s_signatureWarnings = ["CS9154", "CS9158", "CS9159"];

    public static string HintName(FileCalls file) => file.File + ".Interceptors.g.cs";

    public static string Emit(FileCalls file)
    {
        var source = GeneratedFile.Begin("disable", file.Calls.SelectMany(c => c.ExperimentalIds).Concat(s_signatureWarnings));
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
            source.Line(GeneratedFile.GeneratedCode);
            source.Line(GeneratedFile.StackTraceHidden);
            using (source.Braces("file static class Interceptors"))
            {
                for (var i = 0; i < file.Calls.Count; i++)
                {
                    if (i > 0)
                    {
                        source.Line();
                    }

                    Interceptor(source, file.Calls[i], Parsing.GeneratedNames.Number(i + 1));
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

    private static void Interceptor(SourceWriter source, CallModel call, string number)
    {
        var names = new LocalNames(call.Parameters.Select(p => p.Name));
        var self = names.Fresh("self");
        source.Line($"// {call.Target}, called by {call.Member} ({call.File}, line {Parsing.GeneratedNames.Number(call.Line)}).");
        source.Line($"private static readonly {GeneratedFile.Capture}CallOrigin s_{number} = {GeneratedFile.Capture}CallOrigin.Direct("
            + $"{ValueStatements.Literal(call.File)}, {Parsing.GeneratedNames.Number(call.Line)}, {ValueStatements.Literal(call.Member)});");
        source.Line();
        if (call.IsObsolete)
        {
            source.Line(GeneratedFile.Obsolete);
        }

        var name = call.Target.Substring(call.Target.LastIndexOf('.') + 1) + "_" + number;
        source.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({Parsing.GeneratedNames.Number(call.LocationVersion)}, {ValueStatements.Literal(call.LocationData)})]");
        source.Line($"internal static {call.ReturnType} {name}({string.Join(", ", Parameters(call, self))}) =>");
        using (source.Indent())
        {
            source.Line($"global::{GeneratedFile.Namespace}.{call.WrapperClass}.{WrapperEmitter.EscapedWrapper(call.WrapperName)}({string.Join(", ", Arguments(call, self, number))});");
        }
    }

    private static IEnumerable<string> Parameters(CallModel call, string self)
    {
        if (call.ReceiverType is { } type)
        {
            var kind = call.Receiver switch { ReceiverKind.Ref => "ref ", ReceiverKind.In => "in ", _ => "" };
            yield return $"this {kind}{type} {self}";
        }

        for (var i = 0; i < call.Parameters.Count; i++)
        {
            var parameter = call.Parameters[i];
            yield return (i == 0 && call.IsExtension ? "this " : "") + parameter.Type + " " + parameter.Name;
        }
    }

    private static IEnumerable<string> Arguments(CallModel call, string self, string number)
    {
        if (call.ReceiverType is not null)
        {
            yield return (call.Receiver switch { ReceiverKind.Ref => "ref ", ReceiverKind.In => "in ", _ => "" }) + self;
        }

        foreach (var parameter in call.Parameters)
        {
            yield return parameter.Name;
        }

        yield return "s_" + number;
    }
}
