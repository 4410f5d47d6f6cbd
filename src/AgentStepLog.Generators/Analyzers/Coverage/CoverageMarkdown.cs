using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>The report for people: the totals, then the calls that are not recorded and what to do about them, then the recorded ones.</summary>
internal static class CoverageMarkdown
{
    public static string Write(CoverageReport report)
    {
        var text = new StringBuilder();
        text.Append("# What AgentStepLog records of ").Append(report.Assembly).Append("\n\n");
        if (report.Methods.Count == 0)
        {
            text.Append("No method of this project is annotated with `[AgentTool]`, `[LlmCall]` or `[AgentRun]`.\n");
        }

        var refused = report.Methods.Where(static m => m.Status == "refused").ToList();
        var holes = report.Calls.Where(static c => c.Route == "hole").ToList();
        if (report.Methods.Count + report.Calls.Count == 0)
        {
            return text.ToString();
        }

        if (report.Methods.Count == 0)
        {
            text.Append('\n');
        }

        Table(
            text,
            ["", "total", "of these"],
            [
                ["annotated methods", Number(report.Methods.Count), Of((report.WithStatus("recorded"), "recorded"), (report.WithStatus("callee"), "recorded in the method"), (refused.Count, "**not recorded**"))],
                ["tools in tool tables", Number(report.Tools), "each call through a table is recorded"],
                ["calls in code", Number(report.Calls.Count), Of((report.WithRoute("direct"), "recorded at the call"), (report.WithRoute("callee"), "recorded in the method"), (holes.Count, "**not recorded**"))],
            ]);
        text.Append(refused.Count + holes.Count == 0
            ? "\nEvery call of an annotated method that the compiler sees in this project is recorded.\n"
            : "\nNot everything is recorded. What follows says where, why, and what to do.\n");

        if (holes.Count > 0)
        {
            text.Append("\n## Calls that are not recorded\n\n");
            Table(text, ["where", "in", "method", "rule", "why, and what to do"], holes.Select(static c => new[]
            {
                Code(c.File + ":" + Number(c.Line)), Code(c.Member), Code(c.Method), c.Rule!, Plain(c.Reason!),
            }));
            if (holes.Any(static c => c.Rule is "ASL2005" or "ASL2006" or "ASL3006"))
            {
                text.Append("\nASL2005, ASL2006 and ASL3006 at a declaration stand for any number of calls: those through the interface or base member, those that the framework makes, those of the Core method.\n");
            }
        }

        if (refused.Count > 0)
        {
            text.Append("\n## Methods that are not recorded\n\n");
            Table(text, ["where", "method", "rule", "why, and what to do"], refused.Select(static m => new[]
            {
                Code(m.File + ":" + Number(m.Line)), Code(m.Method), m.Rule!, Plain(m.Reason!),
            }));
        }

        if (report.Methods.Count > refused.Count)
        {
            text.Append("\n## Methods that are recorded\n\n");
            Table(text, ["method", "kind", "tool", "how", "where"], report.Methods.Except(refused).Select(static m => new[]
            {
                Code(m.Method), m.Kind, m.Tool is null ? "" : Code(m.Tool), m.Status == "callee" ? "in the method" : "at each call", Code(m.File + ":" + Number(m.Line)),
            }));
        }

        if (report.Calls.Count > holes.Count)
        {
            text.Append("\n## Calls that are recorded\n\n");
            Table(text, ["where", "in", "method", "route"], report.Calls.Except(holes).Select(static c => new[]
            {
                Code(c.File + ":" + Number(c.Line)), Code(c.Member), Code(c.Method), c.Route,
            }));
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        Row(text, head);
        Row(text, [.. head.Select(static _ => "---")]);
        foreach (var row in rows)
        {
            Row(text, row);
        }
    }

    private static void Row(StringBuilder text, string[] cells) => text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private static string Of(params (int Count, string What)[] parts)
        => string.Join(", ", parts.Where(static p => p.Count > 0).Select(static p => $"{Number(p.Count)} {p.What}"));

    /// <summary>A text as a code span in a table. Only a backtick and the table's own | must be replaced.</summary>
    private static string Code(string text) => text.Length == 0 ? "" : "`" + text.Replace("`", "'").Replace("|", "\\|") + "`";

    private static string Plain(string text) => text.Replace("\\", "\\\\").Replace("|", "\\|").Replace("<", "&lt;").Replace("\n", " ").Replace("\r", "");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
