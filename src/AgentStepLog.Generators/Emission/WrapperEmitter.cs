using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits a type's wrappers. Each annotated method has one, and every recorded call goes through it.</summary>
internal static class WrapperEmitter
{
    public static string HintName(TypeModel type) => type.FileName + ".g.cs";

    /// <summary>The field that holds the method's <c>RecordedMethod</c>.</summary>
    public static string MethodField(MethodModel method) => method.WrapperName + "_Method" + (method.Type.IsCalled ? ".Instance" : "");

    public static string Emit(TypeModel type, Settings settings)
    {
        var source = GeneratedFile.Begin("enable annotations", type.Methods.SelectMany(m => m.ExperimentalIds).Concat(Differences(type)));
        using (source.Braces("namespace " + GeneratedFile.Namespace))
        {
            source.Line($"/// <summary>The recorded methods of <c>{GeneratedText.Xml(type.Type.FullName)}</c>.</summary>");
            source.Line(GeneratedFile.GeneratedCode);
            source.Line(GeneratedFile.StackTraceHidden);
            source.Line(GeneratedFile.EditorHidden);
            using (source.Braces("internal static class " + type.Type.WrapperClass))
            {
                foreach (var method in type.Methods)
                {
                    Recorded(source, method, settings);
                }

                foreach (var accessor in MemberAccess.Accessors(type))
                {
                    source.Line().Line(accessor);
                }

                foreach (var method in type.Methods)
                {
                    source.Line();
                    Wrapper(source, method);
                }
            }
        }

        BridgeEmitter.Emit(source, type);
        return source.ToString();
    }

    // The body of a partial method has object where its declaration has dynamic.
    private static IEnumerable<string> Differences(TypeModel type) => type.Methods.Any(static m => m.Callee is not null) ? ["CS8826"] : [];

    private static void Recorded(SourceWriter source, MethodModel method, Settings settings)
    {
        if (!method.Type.IsCalled)
        {
            source.Line(Field(method, MethodField(method), settings));
            return;
        }

        // A class for each field. The methods of this file depend on the calls, and hot reload adds a class for a new call. It would not run the static initializers of
        // an existing class again.
        using (source.Braces($"private static class {method.WrapperName}_Method"))
        {
            source.Line(Field(method, "Instance", settings));
        }
    }

    private static string Field(MethodModel method, string name, Settings settings)
    {
        var arguments = new List<string> { ValueStatements.Literal(method.FullName) };
        switch (method.Kind)
        {
            case RecordedKind.Llm:
                arguments.Add(method.Model is null ? "null" : ValueStatements.Literal(method.Model));
                arguments.Add(method.Provider is null ? "null" : ValueStatements.Literal(method.Provider));
                break;
            default:
                arguments.Add(ValueStatements.Literal(method.StepName));
                break;
        }

        if (settings.WhenNoLog is { } whenNoLog)
        {
            arguments.Add("global::AgentStepLog.WhenNoLog." + whenNoLog);
        }

        if (method.Capture is { } capture)
        {
            arguments.Add("capture: global::AgentStepLog.CaptureMode." + capture);
        }

        if (method.Effect is { } effect and not "ReadOnly")
        {
            arguments.Add("effect: global::AgentStepLog.ToolEffect." + effect);
        }

        if (method.OnLogFailure is { } policy)
        {
            arguments.Add("onLogFailure: global::AgentStepLog.LogFailurePolicy." + policy);
        }

        return $"internal static readonly {GeneratedFile.Services}RecordedMethod {name} = "
            + $"{GeneratedFile.Services}RecordedMethod.{method.Kind}({string.Join(", ", arguments)});";
    }

    private static void Wrapper(SourceWriter source, MethodModel method)
    {
        var names = LocalNames.Of(method.Signature);
        var (self, origin, scope, outer) = (names.Fresh("self"), names.Fresh("origin"), names.Fresh("scope"), names.Fresh("outer"));
        var call = MemberAccess.Call(method, self);
        var pass = SignatureText.PassRef(method.Signature);
        var isVoid = method.ReturnShape == ReturnShape.Void;

        source.Line($"/// <summary>Records <c>{GeneratedText.Xml(method.FullName)}</c>.</summary>");
        if (method.IsObsolete)
        {
            source.Line(GeneratedFile.Obsolete);
        }

        var parameters = SignatureText.Parameters(method.Signature, self).Append($"{GeneratedFile.Services}CallOrigin {origin}");
        using (source.Braces($"{SignatureText.Attributes(method.Signature)}internal static {SignatureText.Header(method.Signature, EscapedWrapper(method.WrapperName), parameters)}"))
        {
            if (method.Receiver == ReceiverKind.Reference)
            {
                // A call on null throws as it would without recording. Nothing ran, so there is no step.
                Plain(source, $"if ({self} is null)", pass + call.Replace(self + ".", self + "!."), isVoid);
            }

            var log = MemberAccess.Log(method, self) is { } own ? ", " + own : "";
            source.Line($"var {scope} = {GeneratedFile.Services}StepScope.Begin({LocalNames.Member(method.Signature, method.Type.WrapperClass, MethodField(method))}, {origin}{log});");
            Plain(source, $"if ({scope} is null)", pass + call, isVoid);
            InputCallback.Emit(source, method, scope);

            source.Line($"var {outer} = {scope}.Enter{(method.ReturnShape == ReturnShape.Value && method.Lazy is not (LazyShape.None or LazyShape.Stream) ? "Lazy" : "")}();");
            if (HeldResult.Is(method))
            {
                HeldResult.Emit(source, method, call, names, scope, outer);
                return;
            }

            var result = Invoke(source, method, call, names, scope, outer);
            source.Line($"{GeneratedFile.Services}StepScope.Leave({outer});");
            if (OutputObject.Has(method))
            {
                OutputEnd.Emit(source, method, names, scope, result);
                if (method.ReturnShape == ReturnShape.Value)
                {
                    source.Line().Line($"return {result};");
                }
            }
            else
            {
                End(source, method, names, scope, result);
            }
        }
    }

    private static void Plain(SourceWriter source, string condition, string call, bool isVoid)
    {
        using (source.Braces(condition))
        {
            source.Line((isVoid ? "" : "return ") + call + ";");
            if (isVoid)
            {
                source.Line("return;");
            }
        }

        source.Line();
    }

    /// <returns>The local with the call's result; empty for void.</returns>
    private static string Invoke(SourceWriter source, MethodModel method, string call, LocalNames names, string scope, string outer)
    {
        var exception = names.Fresh("exception");
        var result = method.ReturnShape == ReturnShape.Void ? "" : names.Fresh(method.ReturnShape == ReturnShape.Value ? "result" : "task");
        if (result.Length > 0)
        {
            source.Line($"{method.Signature.ReturnType} {result};");
        }

        using (source.Braces("try"))
        {
            source.Line((result.Length == 0 ? "" : result + " = ") + call + ";");
        }

        Catch(source, exception, scope, outer);
        source.Line();
        return result;
    }

    /// <summary>Uses a catch block and no exception filter: a filter would run before the callee's <c>finally</c> blocks.</summary>
    public static void Catch(SourceWriter source, string exception, string scope, string outer)
    {
        using (source.Braces($"catch (global::System.Exception {exception})"))
        {
            source.Line($"{GeneratedFile.Services}StepScope.Leave({outer});");
            source.Line($"{scope}.Fail({exception});");
            source.Line("throw;");
        }
    }

    private static void End(SourceWriter source, MethodModel method, LocalNames names, string scope, string result)
    {
        if (method.Lazy != LazyShape.None)
        {
            LazyCallback.Emit(source, method, scope, result);
            return;
        }

        switch (method.ReturnShape)
        {
            case ReturnShape.Void:
                source.Line($"{scope}.EndVoid();");
                break;
            case ReturnShape.Task:
                source.Line($"return {scope}.EndTask({result});");
                break;
            case ReturnShape.ValueTask:
                source.Line($"return {scope}.EndValueTask({result});");
                break;
            case ReturnShape.Value:
                ResultCallback.Emit(source, method, $"{scope}.EndValue({result}, ");
                source.Line($"return {result};");
                break;
            case ReturnShape.TaskOfT:
                ResultCallback.Emit(source, method, $"return {scope}.EndTask({result}, ");
                break;
            case ReturnShape.ValueTaskOfT:
                ResultCallback.Emit(source, method, $"return {scope}.EndValueTask({result}, ");
                break;
            case ReturnShape.Awaitable:
                AwaitingHelper.Emit(source, method, names.Fresh("awaited"), scope, result);
                break;
            default:
                throw new InvalidOperationException($"No wrapper ends the step of a call that gives back {method.ReturnShape}.");
        }
    }

    public static string EscapedWrapper(string name) => Parsing.TypeNames.Escape(name);
}
