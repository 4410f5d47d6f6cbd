using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>The report for programs. Each line has one entry, so that two reports can be compared as text.</summary>
internal static class CoverageJson
{
    public static string Write(CoverageReport report)
    {
        var json = new StringBuilder();
        json.Append("{\n  ").Append(Text("assembly", report.Assembly));
        List(json, "methods", report.Methods.Select(static m => new[]
        {
            Text("method", m.Method), Text("kind", m.Kind), Text("tool", m.Tool), Text("file", m.File), Number("line", m.Line),
            Text("status", m.Status), Text("rule", m.Rule), Text("reason", m.Reason),
        }));
        List(json, "calls", report.Calls.Select(static c => new[]
        {
            Text("method", c.Method), Text("file", c.File), Number("line", c.Line), Text("member", c.Member),
            Text("route", c.Route), Text("rule", c.Rule), Text("reason", c.Reason),
        }));
        string[] totals =
        [
            Number("methods", report.Methods.Count), Number("recorded", report.WithStatus("recorded")),
            Number("callee", report.WithStatus("callee")), Number("refused", report.WithStatus("refused")), Number("tools", report.Tools),
            Number("calls", report.Calls.Count), Number("direct_calls", report.WithRoute("direct")),
            Number("callee_calls", report.WithRoute("callee")), Number("holes", report.WithRoute("hole")),
        ];
        return json.Append(",\n  \"totals\": ").Append(Object(totals)).Append("\n}\n").ToString();
    }

    private static void List(StringBuilder json, string name, IEnumerable<string[]> entries)
    {
        json.Append(",\n  \"").Append(name).Append("\": [");
        var separator = "\n    ";
        foreach (var entry in entries)
        {
            json.Append(separator).Append(Object(entry));
            separator = ",\n    ";
        }

        json.Append(separator[0] == ',' ? "\n  ]" : "]");
    }

    private static string Object(string[] members) => "{ " + string.Join(", ", members) + " }";

    private static string Text(string name, string? value) => $"\"{name}\": {(value is null ? "null" : JsonLiterals.Quote(value))}";

    private static string Number(string name, int value) => $"\"{name}\": {value.ToString(CultureInfo.InvariantCulture)}";
}
