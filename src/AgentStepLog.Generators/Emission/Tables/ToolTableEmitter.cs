using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Emission.Schema;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>Writes <c>AgentTools()</c> for a type: its tools as functions that a model calls.</summary>
internal static class ToolTableEmitter
{
    private const string Function = "global::AgentStepLog.ToolFunction";
    private const string Table = "global::AgentStepLog.ToolTable";

    public static string HintName(TableModel table) => table.FileName + ".AgentTools.g.cs";

    public static string Emit(TableModel table)
    {
        var type = table.Type;
        var writer = GeneratedFile.Begin("enable annotations", table.Own.SelectMany(static m => m.ExperimentalIds.Concat(m.Shapes.ExperimentalIds)).Concat(GeneratedFile.ClsCompliance));
        using (GeneratedText.Namespace(writer, type.Namespace))
        {
            writer.Line($"/// <summary>The tools of <c>{GeneratedText.Xml(type.FullName)}</c>, for a model.</summary>");
            writer.Line(GeneratedFile.GeneratedCode);
            using (writer.Braces($"{(type.IsPublic ? "public" : "internal")} static class {type.TableClass}"))
            {
                AgentTools(writer, type, table.Own.Concat(table.Inherited).ToList());
                foreach (var method in table.Own)
                {
                    writer.Line();
                    ToolMethod(writer, method);
                }
            }
        }

        return writer.ToString();
    }

    private static void AgentTools(SourceWriter writer, ContainingType type, List<MethodModel> tools)
    {
        writer.Line($"/// <summary>The tools of <c>{GeneratedText.Xml(type.FullName)}</c> as functions that a model can call. Each call leaves a step.</summary>");
        if (!type.IsStatic)
        {
            writer.Line("/// <param name=\"self\">The object whose methods are called.</param>");
        }

        writer.Line("/// <exception cref=\"global::System.ArgumentException\">Two tools have one name; the message names both members.</exception>");
        // A tool that is obsolete does not make the table obsolete: the table has all tools, and its user calls none by name.
        if (type.IsObsolete)
        {
            writer.Line("[global::System.Obsolete(\"The type of these tools is obsolete.\")]");
        }

        writer.Line($"{Requirements(tools)}public static {Table} AgentTools({(type.IsStatic ? "" : $"this {type.GlobalName} self")}) => new(");
        using (writer.Indent())
        {
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (var tool in tools)
                {
                    var owner = tool.Type == type ? "" : $"{Qualified(tool.Type)}.";
                    writer.Line($"{owner}{MethodName(tool)}({(tool.Type.IsStatic ? "" : "self")}),");
                }
            }

            writer.Line("]);");
        }
    }

    private static void ToolMethod(SourceWriter writer, MethodModel method)
    {
        var locals = TableLocals.Of(method);
        if (method.IsObsolete)
        {
            writer.Line(GeneratedFile.Obsolete);
        }

        writer.Line($"{Requirements([method])}internal static {Function} {MethodName(method)}({(method.Type.IsStatic ? "" : $"{method.Type.GlobalName} {locals.Self}")}) => {GeneratedFile.Services}ToolFunctions.Create(");
        using (writer.Indent())
        {
            writer.Line($"{Wrappers(method)}{WrapperEmitter.MethodField(method)},");
            writer.Line(ValueStatements.Literal(method.Description ?? "") + ",");
            writer.Line(GeneratedText.RawString(JsonSchema.OfInput(method)) + ",");
            var asynchronous = method.ReturnShape is not (ReturnShape.Void or ReturnShape.Value) || ToolOutputs.IsAwaited(method);
            using (writer.Braces($"{(asynchronous ? "async " : "")}({locals.Arguments}, {locals.Origin}, {locals.CancellationToken}) =>", "}" + ResultSchema(method) + Log(method, locals) + Sensitive(method) + ");"))
            {
                Arguments(writer, method, locals);
                Invocation(writer, method, locals, asynchronous);
            }
        }
    }

    private static string ResultSchema(MethodModel method) =>
        JsonSchema.OfResult(method) is { } schema ? $", resultSchema: {GeneratedText.RawString(schema)}" : "";

    private static string Log(MethodModel method, TableLocals locals) =>
        MemberAccess.Log(method, locals.Self, Wrappers(method)) is { } log ? $", log: () => {log}" : "";

    private static string Sensitive(MethodModel method)
    {
        var names = SensitiveInputs.OrAround(method).Select(static s => $"({ValueStatements.Literal(s.Name)}, {ValueStatements.Literal(s.Kind)})").ToList();
        var shown = SensitiveInputs.ShownWithin(method).Select(static s => $"({ValueStatements.Literal(s.Parameter)}, {ValueStatements.Literal(s.Name)})").ToList();
        return (names.Count == 0 ? "" : $", sensitive: [{string.Join(", ", names)}]") + (shown.Count == 0 ? "" : $", shown: [{string.Join(", ", shown)}]");
    }

    /// <summary>The attributes such as <c>[RequiresUnreferencedCode]</c> of all tools, each once, since the table calls all of them.</summary>
    private static string Requirements(IEnumerable<MethodModel> tools) => string.Concat(tools
        .SelectMany(static t => t.Signature.Requirements)
        .GroupBy(static r => r.Substring(0, r.IndexOf('(')))
        .OrderByDescending(static kind => kind.Key, System.StringComparer.Ordinal)
        .Select(static kind => kind.First() + " "));

    private static string Wrappers(MethodModel method) => $"global::{GeneratedFile.Namespace}.{method.Type.WrapperClass}.";

    private static void Arguments(SourceWriter writer, MethodModel method, TableLocals locals)
    {
        foreach (var parameter in method.Parameters.Where(static p => p.IsToolInput))
        {
            var name = ValueStatements.Literal(parameter.Name);
            var read = ReadExpressions.Delegate(parameter.Value, parameter.Constraints);
            writer.Line(parameter.IsOptional
                ? $"var {parameter.EscapedName} = {locals.Arguments}.Optional<{parameter.Type}>({name}, {parameter.ToolDefault}, {read});"
                : $"var {parameter.EscapedName} = {locals.Arguments}.Required<{parameter.Type}>({name}, {read});");
        }

        writer.Line($"{locals.Arguments}.Check();");
        foreach (var statement in InjectedParameters.Statements(method, locals))
        {
            writer.Line(statement);
        }
    }

    private static void Invocation(SourceWriter writer, MethodModel method, TableLocals locals, bool asynchronous)
    {
        var call = CalleeEmitter.TableMember(method) is { } member
            ? $"{locals.Self}.{member}({string.Join(", ", Given(method, locals).Skip(1))})"
            : $"{Wrappers(method)}{WrapperEmitter.EscapedWrapper(method.WrapperName)}({string.Join(", ", Given(method, locals))})";
        if (method.ReturnShape is not (ReturnShape.Void or ReturnShape.Value))
        {
            call = $"await {call}{(method.ReturnShape == ReturnShape.Awaitable ? "" : ".ConfigureAwait(false)")}";
        }

        string output;
        if (method.Result is null)
        {
            writer.Line(call + ";");
            output = "global::AgentStepLog.CompilerServices.ToolOutput.Void";
        }
        else
        {
            output = ToolOutputs.Of(method, call, locals.CancellationToken);
        }

        writer.Line(asynchronous ? $"return {output};" : $"return new global::System.Threading.Tasks.ValueTask<global::AgentStepLog.CompilerServices.ToolOutput>({output});");
    }

    private static IEnumerable<string> Given(MethodModel method, TableLocals locals)
    {
        switch (method.Receiver)
        {
            case ReceiverKind.Reference:
                yield return locals.Self;
                break;
            case ReceiverKind.Ref:
                yield return "ref " + locals.Self;
                break;
            case ReceiverKind.In:
                yield return "in " + locals.Self;
                break;
            default:
                break;
        }

        foreach (var parameter in method.Parameters)
        {
            yield return parameter.IsCancellationToken ? locals.CancellationToken
                : parameter.IsToolInput || parameter.Injection is not null ? parameter.EscapedName
                : parameter.DefaultLiteral!;
        }

        yield return locals.Origin;
    }

    private static string Qualified(ContainingType type) =>
        "global::" + (type.Namespace.Length == 0 ? "" : type.Namespace + ".") + type.TableClass;

    private static string MethodName(MethodModel method) => "Tool_" + method.WrapperName;
}
