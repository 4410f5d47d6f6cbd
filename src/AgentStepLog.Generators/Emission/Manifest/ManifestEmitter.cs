using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission.Schema;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Manifest;

/// <summary>Writes the build's manifest into the assembly: its annotated methods, what models are told of them, and whether their calls are recorded.</summary>
internal static class ManifestEmitter
{
    public const string HintName = "AgentStepLog.Manifest.g.cs";

    /// <summary>The assembly's own section; null where it annotates nothing.</summary>
    public static ManifestSection? Section(string assembly, IEnumerable<TypeModel> types, IEnumerable<RefusedMethod> refused)
    {
        var methods = types.SelectMany(static t => t.Methods).Select(static m => (m.Id, Json: Method(m)))
            .Concat(refused.Select(static r => (r.Id, Json: Method(r))))
            .GroupBy(static m => m.Id, StringComparer.Ordinal) // a partial method may be annotated on both its parts
            .OrderBy(static g => g.Key, StringComparer.Ordinal)
            .Select(static g => g.First().Json)
            .ToList();
        if (methods.Count == 0)
        {
            return null;
        }

        var section = new JsonMembers();
        section.Add("assembly", JsonLiterals.Quote(assembly));
        section.Add("library", JsonLiterals.Quote("AgentStepLog/" + typeof(ManifestEmitter).Assembly.GetName().Version.ToString(3)));
        section.Add("methods", "[" + string.Join(",", methods) + "]");
        return new(assembly, JsonLines.Indent(section.ToString(), depth: 2));
    }

    /// <summary>The assembly's own section and those of the assemblies that it references.</summary>
    public static string Emit(IReadOnlyList<ManifestSection> sections)
    {
        var source = GeneratedFile.Begin("disable", []);
        foreach (var section in sections)
        {
            var quotes = GeneratedText.Quotes(section.Json);
            source.Line($"[assembly: {GeneratedFile.Services}BuildManifest({ValueStatements.Literal(section.Assembly)}, {quotes}");
            source.Directive(section.Json);
            source.Directive($"{quotes}, {GeneratedFile.ServicesVersion})]");
        }

        return source.ToString();
    }

    private static string Method(MethodModel method)
    {
        var json = Begin(method.Kind, method.StepName, method.Id);
        Text(json, "description", method.Description);
        Text(json, "effect", method.Effect);
        Text(json, "capture", method.Capture);
        Text(json, "on_log_failure", method.OnLogFailure);
        Text(json, "model", method.Model);
        Text(json, "provider", method.Provider);
        Text(json, "recorded", method.Callee is null ? "direct" : "callee");
        var refusal = method.Kind == RecordedKind.Tool ? ToolTables.Refusal(method) : "";
        if (refusal is null)
        {
            json.Add("table", "true");
        }
        else
        {
            Text(json, "table_reason", refusal);
        }

        var sensitive = new JsonMembers();
        foreach (var (name, kind) in SensitiveInputs.ByType(method))
        {
            sensitive.Add(name, JsonLiterals.Quote(kind));
        }

        if (sensitive.Count > 0)
        {
            json.Add("sensitive", sensitive.ToString());
        }

        Text(json, "sensitive_result", method.ResultSensitiveKind);
        if (refusal is null)
        {
            json.Add("schema", JsonSchema.OfInput(method));
            if (JsonSchema.OfResult(method) is { } result)
            {
                json.Add("result_schema", result);
            }
        }

        return json.ToString();
    }

    private static string Method(RefusedMethod method)
    {
        var json = Begin(method.Kind, method.StepName, method.Id);
        Text(json, "reason", method.Reason);
        return json.ToString();
    }

    private static JsonMembers Begin(RecordedKind kind, string name, string id)
    {
        var json = new JsonMembers();
        Text(json, "kind", kind switch { RecordedKind.Tool => "tool", RecordedKind.Llm => "llm", _ => "agent" });
        Text(json, "name", name);
        Text(json, "member", id);
        return json;
    }

    private static void Text(JsonMembers json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.Add(name, JsonLiterals.Quote(text!));
        }
    }
}
