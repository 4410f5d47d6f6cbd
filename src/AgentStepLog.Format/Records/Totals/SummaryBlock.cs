using System.Globalization;
using System.Text;

namespace AgentStepLog.Records;

/// <summary>Prints a <see cref="RunSummary"/> as aligned lines.</summary>
internal static class SummaryBlock
{
    private const int MaxTypes = 3;

    private static readonly string[] s_columns = ["calls", "errors", "total", "p50", "p95"];

    public static string Of(RunSummary run)
    {
        var block = new StringBuilder();
        Line(block, "steps", Text($"{run.Steps:N0}  (tool calls {run.ToolCalls:N0}, llm calls {run.LlmCalls:N0}, agent calls {run.AgentCalls:N0}, events {run.Events:N0})"));
        Line(block, "errors", Text($"{run.Errors:N0}") + Types(run.ErrorTypes));
        Line(block, "tokens", Text($"{run.InputTokens:N0} in ({run.CachedTokens:N0} cached), {run.OutputTokens:N0} out ({run.ReasoningTokens:N0} reasoning)"));
        Line(block, "duration", Time(run.Duration));
        Table(block, "tool", run.Tools);
        Table(block, "model", run.Models);
        return block.ToString().TrimEnd('\n');
    }

    /// <summary>A duration in a suitable unit, to about three digits: <c>412 µs</c>, <c>12.4 ms</c>, <c>3.07 s</c>, <c>1:02:03</c>.</summary>
    internal static string Time(TimeSpan time) => time switch
    {
        { Ticks: < TimeSpan.TicksPerMillisecond } => Text($"{time.TotalMicroseconds:0} µs"),
        { Ticks: < 100 * TimeSpan.TicksPerMillisecond } => Text($"{time.TotalMilliseconds:0.0} ms"),
        { Ticks: < TimeSpan.TicksPerSecond } => Text($"{time.TotalMilliseconds:0} ms"),
        { Ticks: < TimeSpan.TicksPerMinute } => Text($"{time.TotalSeconds:0.00} s"),
        _ => Text($"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}"),
    };

    // The most frequent types of errors.
    private static string Types(IReadOnlyList<ErrorStatistics> types)
    {
        var shown = types.OrderByDescending(t => t.Errors).ThenBy(t => t.Type, StringComparer.Ordinal).Take(MaxTypes).Select(t => Text($"{VisibleText.Beginning(t.Type)} {t.Errors:N0}"));
        return types.Count == 0 ? "" : $"  ({string.Join(", ", shown)}{(types.Count > MaxTypes ? Text($", and {types.Count - MaxTypes:N0} types more") : "")})";
    }

    private static void Line(StringBuilder block, string label, string value) =>
        block.Append(label.PadRight(10)).Append(value).Append('\n');

    private static void Table(StringBuilder block, string title, IReadOnlyList<CallStatistics> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        string[][] cells =
        [
            [title, .. s_columns],
            .. rows.Select(r => new[] { VisibleText.Beginning(r.Name), Text($"{r.Calls:N0}"), Text($"{r.Errors:N0}"), Time(r.Total), Time(r.P50), Time(r.P95) }),
        ];
        var widths = Enumerable.Range(0, cells[0].Length).Select(c => cells.Max(row => row[c].Length)).ToArray();
        block.Append('\n');
        foreach (var row in cells)
        {
            block.Append(row[0].PadRight(Math.Max(widths[0], 8)));
            for (var c = 1; c < row.Length; c++)
            {
                block.Append("  ").Append(row[c].PadLeft(Math.Max(widths[c], 6)));
            }

            block.Append('\n');
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
