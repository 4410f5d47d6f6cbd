using System.Globalization;
using System.Text.Json;
using AgentStepLog;

namespace RepoAgents.Printing;

/// <summary>The calls of a run as a tree, in the order in which they began, with durations, tokens and errors.</summary>
internal sealed class StepTree
{
    private const int MaxLabel = 76;
    private const int MaxError = 200;
    private const int MaxValue = 40;

    private readonly ILookup<string, CallStep> _children;
    private readonly List<(string Label, CallStep Step)> _rows = [];

    public StepTree(IReadOnlyList<Step> steps)
    {
        var calls = steps.OfType<CallStep>().ToList();
        var known = calls.Select(static c => c.SpanId).ToHashSet(StringComparer.Ordinal);
        // A call whose parent has left no line stands at the top: it is never lost from view.
        _children = calls
            .OrderBy(static c => c.Elapsed - c.Duration).ThenByDescending(static c => c.Duration)
            .ToLookup(c => c.ParentId is { } parent && known.Contains(parent) ? parent : "", StringComparer.Ordinal);
        Add("", "");
    }

    /// <summary>The tree's lines.</summary>
    public IEnumerable<string> Lines(Ink ink)
    {
        var labels = _rows.Select(static r => r.Label.Length).DefaultIfEmpty().Max();
        var times = _rows.Select(static r => Time(r.Step.Duration).Length).DefaultIfEmpty().Max();
        foreach (var (label, step) in _rows)
        {
            var line = label.PadRight(labels + 2) + ink.Dim(Time(step.Duration).PadLeft(times));
            line += step is LlmCallStep llm ? ink.Dim("  " + Tokens(llm)) : "";
            yield return line + (step.Error is { } error ? "  " + ink.Red("✗ " + Printable.Line(error, MaxError)) : "");
        }
    }

    private void Add(string parent, string indent)
    {
        var children = _children[parent].ToList();
        for (var i = 0; i < children.Count; i++)
        {
            var last = i == children.Count - 1;
            var label = indent + (last ? "└─ " : "├─ ");
            _rows.Add((label + Printable.Line(Name(children[i]), MaxLabel - label.Length), children[i]));
            Add(children[i].SpanId, indent + (last ? "   " : "│  "));
        }
    }

    private static string Name(CallStep step) => step switch
    {
        ToolCallStep tool => $"{tool.Tool} {Input(tool.InputJson)}".TrimEnd(),
        LlmCallStep llm => $"model {llm.Model ?? "unknown"} ({llm.Provider ?? "unknown"})",
        AgentCallStep agent => $"agent {agent.Agent}",
        _ => step.Type,
    };

    private static string Input(JsonText input) => input.IsAbsent ? "" : input.ToElement() is { ValueKind: JsonValueKind.Object } values
        ? string.Join(", ", values.EnumerateObject().Select(static v => $"{v.Name}: {Short(v.Value.ToString())}"))
        : input.ToString();

    // Both ends of a long value tell it from others; its middle seldom does.
    private static string Short(string value)
    {
        var line = Printable.Line(value);
        return line.Length <= MaxValue ? line : string.Concat(line.AsSpan(0, (MaxValue / 2) - 1), "…", line.AsSpan(line.Length - (MaxValue / 2)));
    }

    private static string Tokens(LlmCallStep step) => string.Create(
        CultureInfo.InvariantCulture, $"{step.InputTokens?.ToString(CultureInfo.InvariantCulture) ?? "?"} in, {step.OutputTokens?.ToString(CultureInfo.InvariantCulture) ?? "?"} out");

    private static string Time(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
