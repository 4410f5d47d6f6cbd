using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>The name of a file of a run: <c>r.jsonl</c>, <c>r.2.jsonl</c> …, and <c>.gz</c> behind it where it was compressed.</summary>
internal static class SegmentName
{
    internal const string Extension = ".jsonl";
    internal const string Packed = ".gz";

    /// <summary>The name that a file has once it was compressed.</summary>
    internal static string PackedName(string path) => path + Packed;

    internal static bool IsPacked(string path) => path.EndsWith(Packed, StringComparison.Ordinal);

    /// <summary>The name without what says that it is a log, as a run of its own would be called; null where it does not say so.</summary>
    internal static string? Stem(string file)
    {
        var name = IsPacked(file) ? file.AsSpan(0, file.Length - Packed.Length) : file;
        return name.EndsWith(Extension, StringComparison.Ordinal) && name.Length > Extension.Length ? name[..^Extension.Length].ToString() : null;
    }

    /// <summary>Of the name of a next file that of its run, and its number; null where it is none, or a number that the format does not write so.</summary>
    internal static (string Run, int Number)? Next(string stem) =>
        stem.LastIndexOf('.') is > 0 and var dot && Number(stem.AsSpan(dot + 1)) is { } number ? (stem[..dot], number) : null;

    /// <summary>The number of a file of a run: 1 for the first one, 0 for what is named like a next one and is none, whatever it holds; null for another name.</summary>
    internal static int? NumberOf(string file, string run)
    {
        if (Stem(file) is not { } stem || !stem.StartsWith(run, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = stem.AsSpan(run.Length);
        return rest.IsEmpty ? 1
            : rest is not ['.', .. { Length: > 0 } digits] || digits.ContainsAnyExceptInRange('0', '9') ? null
            : Number(digits) ?? 0;
    }

    private static int? Number(ReadOnlySpan<char> digits) =>
        digits is [not '0', ..] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? number : null;
}
