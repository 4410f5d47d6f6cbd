using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>The name of a file of a run: <c>r.jsonl</c>, <c>r.2.jsonl</c> …, and with <c>.gz</c> at its end when it is compressed.</summary>
internal static class SegmentName
{
    internal const string Extension = ".jsonl";
    internal const string Packed = ".gz";

    /// <summary>The name of a file once it is compressed.</summary>
    internal static string PackedName(string path) => path + Packed;

    internal static bool IsPacked(string path) => path.EndsWith(Packed, StringComparison.Ordinal);

    /// <summary>The name without the extension of a log: the run's id if the file is a run's first one. Null where the name has no such extension.</summary>
    internal static string? Stem(string file)
    {
        var name = IsPacked(file) ? file.AsSpan(0, file.Length - Packed.Length) : file;
        return name.EndsWith(Extension, StringComparison.Ordinal) && name.Length > Extension.Length ? name[..^Extension.Length].ToString() : null;
    }

    /// <summary>Splits the stem of a later file into its run and its number; null where it has no number, or one in a form that the format does not write.</summary>
    internal static (string Run, int Number)? Next(string stem) =>
        stem.LastIndexOf('.') is > 0 and var dot && Number(stem.AsSpan(dot + 1)) is { } number ? (stem[..dot], number) : null;

    /// <summary>The number of a file of a run: 1 for the first one, 0 for a name that looks like a later file and has no valid number; null for another name.</summary>
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
