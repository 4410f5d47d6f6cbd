using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>Completes a <c>[StepLog] partial class</c>: the methods that start and read its logs, and its typed steps.</summary>
internal static class StepLogEmitter
{
    private const string Options = "global::AgentStepLog.StepLogOptions";
    private const string StartType = GeneratedFile.Services + "LogStart";

    public static string HintName(LogModel log) => log.FileName + ".StepLog.g.cs";

    public static string Emit(LogModel log, IReadOnlyList<TypedStep> steps)
    {
        var writer = GeneratedFile.Begin("enable annotations", steps.SelectMany(static s => s.Method.ExperimentalIds.Concat(s.Method.Shapes.ExperimentalIds)).Concat(GeneratedFile.ClsCompliance));
        using (GeneratedText.Namespace(writer, log.Namespace))
        {
            var open = new Stack<IDisposable>();
            foreach (var container in log.Declarations.Take(log.Declarations.Count - 1))
            {
                open.Push(writer.Braces($"partial {container.Keyword} {container.Name}"));
            }

            using (writer.Braces($"partial class {log.Name} : global::AgentStepLog.StepLog"))
            {
                Start(writer, log);
                foreach (var step in steps)
                {
                    Record(writer, log, step);
                }

                Types(writer, steps);
            }

            while (open.Count > 0)
            {
                open.Pop().Dispose();
            }
        }

        return writer.ToString();
    }

    private static void Start(SourceWriter writer, LogModel log)
    {
        const string Thrown = "/// <exception cref=\"global::AgentStepLog.StepLogException\">The log cannot be made; the message says why and what to do.</exception>";
        const string Returns = "/// <returns>The log. Dispose of it when the run has ended.</returns>";
        Member(writer, log, $".ctor({Plain(StartType)})", $"private {log.Name}({StartType} start) : base(start, s_types) {{ }}");
        Member(
            writer, log, $"Start(string,{Plain(Options)})",
            $"public static new {log.Name} Start(string directory, {Options}? options = null) => {StartType}.Activate(new {log.Name}({StartType}.In(directory, options)));",
            "/// <summary>Starts a log in a directory, and makes it active in the code that runs after this call.</summary>",
            "/// <param name=\"directory\">The directory of the file.</param>", "/// <param name=\"options\">Further options.</param>", Returns, Thrown);
        Member(
            writer, log, $"Start({Plain(Options)})",
            $"public static new {log.Name} Start({Options} options) => {StartType}.Activate(new {log.Name}({StartType}.With(options)));",
            "/// <summary>Starts a log, and makes it active in the code that runs after this call.</summary>",
            "/// <param name=\"options\">The directory of the file, and further options.</param>", Returns, Thrown);
        Member(
            writer, log, $"InMemory({Plain(Options)})",
            $"public static new {log.Name} InMemory({Options}? options = null) => {StartType}.Activate(new {log.Name}({StartType}.InMemory(options)));",
            "/// <summary>Starts a log in memory, for tests, and makes it active in the code that runs after this call.</summary>",
            "/// <param name=\"options\">The options, without a directory.</param>", Returns);
        const string Refused = "/// <exception cref=\"global::AgentStepLog.StepLogException\">The run cannot be resumed; the message says why and what to do.</exception>";
        Member(
            writer, log, $"Resume(string,{Plain(Options)})",
            $"public static new {log.Name} Resume(string path, {Options}? options = null) => {StartType}.Activate(new {log.Name}({StartType}.Resumed(path, options)));",
            "/// <summary>Resumes a run that did not end, and makes its log active in the code that runs after this call.</summary>",
            "/// <param name=\"path\">One of the run's files.</param>", "/// <param name=\"options\">Durability, limits and the like. The run's other facts come from its header.</param>", Returns, Refused);
        Member(
            writer, log, $"Resume(string,string,{Plain(Options)})",
            $"public static new {log.Name} Resume(string directory, string runId, {Options}? options = null) => {StartType}.Activate(new {log.Name}({StartType}.Resumed(directory, runId, options)));",
            "/// <summary>Resumes a run that did not end, and makes its log active in the code that runs after this call.</summary>",
            "/// <param name=\"directory\">The directory of the run's files.</param>", "/// <param name=\"runId\">The run's id.</param>",
            "/// <param name=\"options\">Durability, limits and the like. The run's other facts come from its header.</param>", Returns, Refused);
        if (!log.TakenNames.Contains("Types"))
        {
            Member(
                writer, log, "Types", "public static global::AgentStepLog.StepTypes Types => s_types;",
                "/// <summary>The typed steps of this log, for readers that take them, such as <see cref=\"global::AgentStepLog.StepLogFile.ReadSteps\"/> and <see cref=\"global::AgentStepLog.StepLogRun.FollowAsync\"/>.</summary>");
        }

        if (!log.TakenSignatures.Contains("Read(string)"))
        {
            const string Limits = "global::AgentStepLog.StepLogReadOptions";
            Member(
                writer, log, $"Read(string,{Plain(Limits)})",
                $"public static global::AgentStepLog.StepLogFile Read(string path, {Limits}? options = null) => global::AgentStepLog.StepLogFile.Read(path, s_types, options);",
                "/// <summary>Reads a log, with the same typed steps that the live log had.</summary>",
                "/// <param name=\"path\">The log's file.</param>", "/// <param name=\"options\">The limits of reading.</param>",
                "/// <returns>The steps of the log, with its totals and its outcome.</returns>");
        }
    }

    /// <summary>Writes a member, unless the user's part of the class has one with that signature.</summary>
    private static void Member(SourceWriter writer, LogModel log, string signature, string code, params string[] documentation)
    {
        if (log.TakenSignatures.Contains(signature))
        {
            return;
        }

        foreach (var line in documentation)
        {
            writer.Line(line);
        }

        writer.Line(GeneratedFile.GeneratedCode).Line(code).Line();
    }

    private static void Record(SourceWriter writer, LogModel log, TypedStep step)
    {
        var properties = step.Output is { } output ? step.Inputs.Append(output).ToList() : step.Inputs.ToList();
        var isPublic = !log.IsVisibleOutside || properties.All(static p => p.IsPublic);
        writer.Line($"/// <summary>A call of <c>{GeneratedText.Xml(step.Method.FullName)}</c>.{(step.Method.Description is { } text ? "<br/>" + GeneratedText.Xml(text) : "")}</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        // The record has values of obsolete types, so it is obsolete, too. That the method itself is obsolete does not matter: reading its steps does not call it.
        if (step.Method.HasObsoleteValues)
        {
            writer.Line("[global::System.Obsolete(\"It has values of types that are obsolete.\")]");
        }

        using (writer.Braces($"{(isPublic ? "public" : "internal")} sealed record {step.Name} : global::AgentStepLog.{step.Base}"))
        {
            writer.Line($"internal {step.Name}(global::AgentStepLog.{step.Base} step) : base(step) {{ }}");
            foreach (var input in step.Inputs)
            {
                writer.Line();
                writer.Line($"/// <summary>{GeneratedText.Xml(input.Description ?? $"The argument {input.Parameter}.")}{(input.MayBeAbsent ? " Null when it was not captured." : "")}</summary>");
                writer.Line($"public {(input.MayBeAbsent ? "" : "required ")}{input.Type} {input.Name} {{ get; init; }}");
            }

            if (step.Output is { } result)
            {
                writer.Line();
                writer.Line($"/// <summary>{GeneratedText.Xml(result.Description ?? "The returned value.")} Null when the call failed, or its output was not captured.</summary>");
                writer.Line($"public {result.Type} Output {{ get; init; }}");
            }
        }

        writer.Line();
    }

    private static void Types(SourceWriter writer, IReadOnlyList<TypedStep> steps)
    {
        if (steps.Count == 0)
        {
            writer.Line($"private static readonly {GeneratedFile.Services}TypedSteps s_types = new();");
            return;
        }

        if (steps.Any(static s => s.Method.IsObsolete))
        {
            writer.Line(GeneratedFile.Obsolete);
        }

        writer.Line($"private static readonly {GeneratedFile.Services}TypedSteps s_types = new {GeneratedFile.Services}TypedSteps()");
        using (writer.Indent())
        {
            for (var i = 0; i < steps.Count; i++)
            {
                Factory(writer, steps[i], i == steps.Count - 1 ? ";" : "");
            }
        }
    }

    private static void Factory(SourceWriter writer, TypedStep step, string end)
    {
        using (writer.Braces($".{step.Method.Kind}({ValueStatements.Literal(step.Method.FullName)}, static (step, values) => new {step.Name}(step)", "})" + end))
        {
            foreach (var input in step.Inputs)
            {
                writer.Line($"{input.Name} = values.{(input.MayBeAbsent ? "CapturedInput" : "Input")}<{input.Type}>({ValueStatements.Literal(input.Parameter)}, {input.Read}{(input.WasLeftOutWhenNull ? ", wasLeftOutWhenNull: true" : "")}),");
            }

            if (step.Output is { } output)
            {
                writer.Line($"Output = values.Output<{output.Type}>({output.Read}),");
            }
        }
    }

    private static string Plain(string type) => type.Substring("global::".Length);
}
