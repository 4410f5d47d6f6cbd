using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Tests.Capture;
using FsCheck;
using FsCheck.Fluent;

namespace AgentStepLog.Tests.Writing;

public sealed class LinePropertyTests
{
    private static readonly string[] s_pieces =
    [
        "", "a", "\"", "\\", "/", "\0", "\n", "\r\n", "\u001F", "\u007F", "\u0085", "\u009F", "\u2028", "\u2029", "\u061C", "\u200E", "\u202A", "\u202E",
        "\u2066", "\u2069", "\uFEFF", "\uFFFE", "\uFFFF", "é", "漢", "😀", "\uD800", "\uDC00", "\uDBFF\uDFFF", "$", "$blob", "~1", "<script>", "+", "'", "&",
    ];

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.Elements(s_pieces).ArrayOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string?>().Select(s => s ?? ""));

    [Fact]
    public void One_call_is_one_line_that_reads_back_equal() =>
        Prop.ForAll(Value(4).ToArbitrary(), RoundTrip).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_text_is_one_line_that_reads_back_equal() =>
        Prop.ForAll(s_text.ToArbitrary(), text =>
        {
            RoundTrip(text);
            using var log = StepLog.InMemory(new() { Task = text });
            log.Record(new EventStep { Name = "e" + text, Data = JsonText.Of(text) });
            log.Fail(text);
            var lines = Lines(log, 3);
            var expected = WellFormed(text);
            Assert.Equal(expected, LogLines.Text(lines[0], "task"));
            Assert.Equal(WellFormed("e" + text), LogLines.Text(lines[1], "name"));
            Assert.Equal(expected, LogLines.Text(lines[1], "data"));
            Assert.Equal(expected, LogLines.Text(lines[2], "error"));
        }).QuickCheckThrowOnFailure();

    private static void RoundTrip(object? value)
    {
        using var log = StepLog.InMemory();
        Calls.Value(Calls.Echo, value, static (w, v) => w.Any(v), () => value);
        var call = Lines(log, 2)[1];
        AssertSame(value, call.GetProperty("output"));
        AssertSame(value, call.GetProperty("input").GetProperty("value"));
    }

    private static void AssertSame(object? value, JsonElement recorded)
    {
        var expected = JsonSerializer.SerializeToElement(Expected(value));
        var actual = JsonSerializer.SerializeToElement(Undoubled(recorded));
        Assert.True(JsonElement.DeepEquals(expected, actual), $"Expected {expected.GetRawText()}, recorded {recorded.GetRawText()}");
    }

    private static List<JsonElement> Lines(StepLog log, int count)
    {
        var bytes = log.ToArray();
        LogLines.AssertSound(bytes);
        foreach (var rune in Encoding.UTF8.GetString(bytes).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            Assert.False(
                (rune.Value != '\n' && category == System.Globalization.UnicodeCategory.Control) || rune.Value is 0x2028 or 0x2029 or 0x061C or 0x200E or 0x200F
                    or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069),
                $"U+{rune.Value:X4} stands raw in a line.");
        }

        var lines = LogLines.Read(bytes);
        Assert.Equal(count, lines.Count);
        return lines;
    }

    private static Gen<object?> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant((object?)null),
            s_text.Select(s => (object?)s),
            ArbMap.Default.GeneratorFor<int>().Select(i => (object?)i),
            ArbMap.Default.GeneratorFor<double>().Select(d => (object?)d),
            ArbMap.Default.GeneratorFor<bool>().Select(b => (object?)b),
            ArbMap.Default.GeneratorFor<DateTimeOffset>().Select(d => (object?)d));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Value(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.ArrayOf(3).Select(items => (object?)items.ToList()),
            Gen.Constant((object?)new List<object?>()),
            s_text.Zip(inner).ArrayOf(3).Select(entries => (object?)entries.DistinctBy(e => WellFormed(e.Item1)).ToDictionary(e => e.Item1, e => e.Item2)));
    }

    // The value as it must come back: lone surrogates replaced, what has no number in JSON as text.
    private static object? Expected(object? value) => value switch
    {
        string text => WellFormed(text),
        double number when !double.IsFinite(number) => double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity",
        List<object?> items => items.ConvertAll(Expected),
        Dictionary<string, object?> entries => entries.ToDictionary(e => WellFormed(e.Key), e => Expected(e.Value)),
        _ => value,
    };

    private static object? Undoubled(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Undoubled).ToList(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name.StartsWith("$$", StringComparison.Ordinal) ? p.Name[1..] : p.Name, p => Undoubled(p.Value)),
        _ => element,
    };

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
