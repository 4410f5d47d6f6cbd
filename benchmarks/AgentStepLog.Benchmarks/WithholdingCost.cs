using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Withholding;

namespace AgentStepLog.Benchmarks;

/// <summary>What looking for tokens costs beside SHA-256 of the same bytes, turn by turn: the line of a call with a text of some size.</summary>
internal static class WithholdingCost
{
    private const int Turns = 15;
    private const int BytesPerTurn = 4 << 20;

    private const string Prose = "The swell comes from the north-west, 1.8 m at 14 s; task-12 said: \"go\" at 07:30, see https://example.org/spots/42?day=3. ";

    private static readonly SecretScanner s_personal = SecretScanner.BuiltIn.And(PersonalData.All);
    private static readonly SecretScanner s_email = SecretScanner.BuiltIn.And(PersonalData.Email);

    public static void Run(TextWriter to)
    {
        to.WriteLine("bytes | tokens, ns per KiB | SHA-256, ns per KiB | ratio | with a token in it, ns per KiB | tokens and all personal data, ns per KiB | the same with email alone");
        foreach (var size in new[] { 256, 1024, 16 * 1024 })
        {
            var line = Line(size, "");
            var holder = Line(size, "ghp_abcdefghijklmnopqrstuvwxyz0123456789 ");
            List<double> tokens = [], hashes = [], held = [], personal = [], email = [];
            for (var turn = 0; turn < Turns; turn++)
            {
                tokens.Add(Time(line, static text => SecretScanner.BuiltIn.Find(text)?.Count ?? 0));
                hashes.Add(Time(line, static text =>
                {
                    Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
                    return SHA256.HashData(text, hash);
                }));
                held.Add(Time(holder, static text => SecretScanner.BuiltIn.Find(text)!.Count));
                personal.Add(Time(line, static text => s_personal.Find(text)?.Count ?? 0));
                email.Add(Time(line, static text => s_email.Find(text)?.Count ?? 0));
            }

            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{line.Length} | {Median(tokens):F0} | {Median(hashes):F0} | {Median(tokens) / Median(hashes):F3} | {Median(held):F0} | {Median(personal):F0} | {Median(email):F0}"));
        }

        KnownCost.Run(to);
    }

    internal static byte[] Line(int size, string before, bool isEscaped = true)
    {
        var head = "\"duration_ms\":1.204,\"span_id\":\"5f1c9a7be2d04c31\",\"route\":\"direct\",\"method\":\"Surf.Tools.Forecast\",\"tool\":\"Forecast\",\"input\":{\"text\":\"" + before;
        var text = new StringBuilder(head);
        while (text.Length < size - 14)
        {
            text.Append(Prose.Replace("\"", isEscaped ? "\\\"" : "", StringComparison.Ordinal));
        }

        text.Length = size - 14;
        return Encoding.UTF8.GetBytes(text.ToString().TrimEnd('\\') + "\"},\"error\":null");
    }

    internal static double Time(byte[] text, Func<byte[], int> what)
    {
        var start = Stopwatch.GetTimestamp();
        var sum = 0;
        for (var bytes = 0; bytes < BytesPerTurn; bytes += text.Length)
        {
            sum += what(text);
        }

        GC.KeepAlive(sum);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (BytesPerTurn / 1024.0);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
