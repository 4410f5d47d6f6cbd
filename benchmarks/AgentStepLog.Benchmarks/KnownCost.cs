using System.Diagnostics;
using System.Globalization;
using System.Text;
using AgentStepLog.Withholding;

namespace AgentStepLog.Benchmarks;

/// <summary>What looking for known values costs, by how many there are, beside looking for tokens in the same line, turn by turn, the quietest of each; and what the look for carried calls costs.</summary>
internal static class KnownCost
{
    private const int Turns = 15;
    private const int BytesPerTurn = 4 << 20;

    public static void Run(TextWriter to)
    {
        to.WriteLine();
        to.WriteLine("known values | bytes | plain text, ns per KiB | with escapes, ns per KiB | tokens, ns per KiB | carried calls, ns per KiB");
        foreach (var count in new[] { 0, 10, 1_000, 10_000 })
        {
            var values = Values(count);
            var search = new KnownSearch().For(values);
            foreach (var size in new[] { 1024, 16 * 1024 })
            {
                var (plain, escaped) = (WithholdingCost.Line(size, "", isEscaped: false), WithholdingCost.Line(size, ""));
                List<double> inPlain = [], inEscaped = [], tokens = [], calls = [];
                for (var turn = 0; turn < Turns; turn++)
                {
                    inPlain.Add(WithholdingCost.Time(plain, text => Find(search, values, text)));
                    inEscaped.Add(WithholdingCost.Time(escaped, text => Find(search, values, text)));
                    tokens.Add(WithholdingCost.Time(plain, static text => SecretScanner.BuiltIn.Find(text)?.Count ?? 0));
                    calls.Add(WithholdingCost.Time(plain, static text => CarriedCalls.HasWord(text) ? 1 : 0));
                }

                to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{count} | {plain.Length} | {inPlain.Min():F0} | {inEscaped.Min():F0} | {tokens.Min():F0} | {calls.Min():F0}"));
            }
        }

        var learnt = new KnownValues(KnownValues.DefaultCount);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 10_000; i++)
        {
            learnt.Add("k", string.Create(CultureInfo.InvariantCulture, $"DE{i:D20}"));
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"to learn a value: {Stopwatch.GetElapsedTime(start).TotalNanoseconds / learnt.Count:F0} ns"));
    }

    // As a line asks: a run that has withheld nothing does not look.
    private static int Find(KnownSearch search, KnownValues values, byte[] text)
    {
        if (values.IsEmpty)
        {
            return 0;
        }

        List<SecretMatch>? matches = null;
        search.Find(text, ref matches);
        return matches?.Count ?? 0;
    }

    private static KnownValues Values(int count)
    {
        var random = new Random(count);
        var values = new KnownValues(KnownValues.DefaultCount);
        for (var i = 0; i < count; i++)
        {
            values.Add("k", (i % 4) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"DE{random.NextInt64(1_000_000_000_000_000_000):D20}"),
                1 => Words(random),
                2 => string.Create(CultureInfo.InvariantCulture, $"{random.Next(100_000, 10_000_000)}"),
                _ => $"{Words(random)}@example.org",
            });
        }

        return values;
    }

    private static string Words(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(4, 14); text.Length < length;)
        {
            text.Append("bcdfghklmnprstvw"[random.Next(16)]).Append("aeiou"[random.Next(5)]);
        }

        return text.ToString();
    }
}
