using System.Globalization;

namespace RepoAgents.Planning.Deterministic;

/// <summary>Counts, sizes and times as answers write them: the same on every machine.</summary>
internal static class Wording
{
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Count(bytes, "byte"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
    };

    public static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>A list, one item a line, that says how many more there are.</summary>
    public static string Lines(IEnumerable<string> items, int most, int total)
    {
        var shown = items.Take(most).ToList();
        return Lines(shown) + (total > shown.Count ? $"\n… and {total - shown.Count} more." : "");
    }

    /// <summary>A list, one item a line.</summary>
    public static string Lines(IEnumerable<string> items) => string.Concat(items.Select(static i => "\n- " + i));
}
