using System.Diagnostics;
using System.Globalization;
using System.Text;
using AgentStepLog.Withholding;

namespace AgentStepLog.Benchmarks;

/// <summary>
/// Looks for tokens, and for personal data of every kind, in all files of a folder, such as a public source tree in which there should be none but made-up ones: how many are
/// found, by kind, where, and how long it takes.
/// </summary>
internal static class WithholdingSurvey
{
    private const int Shown = 60;

    public static void Run(string folder, TextWriter to)
    {
        to.WriteLine("tokens:");
        Run(folder, SecretScanner.BuiltIn, to);
        to.WriteLine("personal data:");
        Run(folder, ScannerCache.Shared.ScannerOf(new() { Except = [.. WithholdingOptions.BuiltInKinds], PersonalData = PersonalData.All }), to);
    }

    private static void Run(string folder, SecretScanner scanner, TextWriter to)
    {
        var found = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var (files, lines, bytes, time) = (0, 0L, 0L, TimeSpan.Zero);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllBytes(path);
            if (text.AsSpan().Contains((byte)0))
            {
                continue; // no text
            }

            var start = Stopwatch.GetTimestamp();
            var matches = scanner.Find(text);
            time += Stopwatch.GetElapsedTime(start);
            files++;
            lines += text.AsSpan().Count((byte)'\n');
            bytes += text.Length;
            foreach (var match in matches ?? [])
            {
                if (!found.TryGetValue(match.Kind, out var places))
                {
                    found.Add(match.Kind, places = []);
                }

                var line = text.AsSpan(0, match.Start).Count((byte)'\n') + 1;
                var token = Encoding.UTF8.GetString(text.AsSpan(match.Start, Math.Min(Shown, match.End - match.Start)));
                places.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, path)}({line}): {token}"));
            }
        }

        var total = found.Values.Sum(places => places.Count);
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{files} files, {lines} lines, {bytes} bytes in {time.TotalMilliseconds:F0} ms: {time.TotalNanoseconds / bytes * 1024:F0} ns per KiB"));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total} found, {total * 1e6 / lines:F1} per million lines"));
        foreach (var (kind, places) in found)
        {
            to.WriteLine($"  {kind}: {places.Count}");
            places.ForEach(place => to.WriteLine("    " + place.ReplaceLineEndings(" ")));
        }
    }
}
