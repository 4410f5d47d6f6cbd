using System.Text.RegularExpressions;
using RepoAgents.Tools.Results;

namespace RepoAgents.Tools;

/// <summary>Searches the lines of a folder's text files, in time linear in their length whatever the expression is.</summary>
internal static class TextSearch
{
    public const long MaxFileBytes = 4 * 1024 * 1024;
    private const int MaxLineCharacters = 300;

    /// <exception cref="ArgumentException">The pattern is empty or no valid regular expression.</exception>
    public static TextMatches Run(
        RepoFolder folder, string pattern, bool isRegex, bool ignoreCase, string files, int maxHits, CancellationToken cancellationToken)
    {
        var regex = Compile(pattern, isRegex, ignoreCase);
        var glob = new Glob(files);
        var hits = new List<SearchHit>();
        var (searched, skipped) = (0, 0);
        foreach (var file in folder.Files().Where(f => glob.Matches(f.Path)))
        {
            if (Lines(folder, file, cancellationToken) is not { } lines)
            {
                skipped++;
                continue;
            }

            searched++;
            for (var i = 0; i < lines.Count; i++)
            {
                if (!regex.IsMatch(lines[i]))
                {
                    continue;
                }

                if (hits.Count == maxHits)
                {
                    return new(hits, searched, skipped, Truncated: true);
                }

                hits.Add(new(file.Path, i + 1, Shown(lines[i])));
            }
        }

        return new(hits, searched, skipped, Truncated: false);
    }

    private static List<string>? Lines(RepoFolder folder, RepoFile file, CancellationToken cancellationToken)
    {
        try
        {
            return file.Bytes > MaxFileBytes ? null : TextFile.Lines(folder.FilePath(file.Path), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;        // not readable: counted as skipped, and the result says how many were
        }
    }

    private static Regex Compile(string pattern, bool isRegex, bool ignoreCase)
    {
        if (pattern.Length == 0)
        {
            throw new ArgumentException("The pattern is empty; give the text to search for.", nameof(pattern));
        }

        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : 0);
        try
        {
            return new Regex(isRegex ? pattern : Regex.Escape(pattern), options);
        }
        catch (Exception e) when (e is RegexParseException or NotSupportedException)
        {
            throw new ArgumentException(
                $"'{pattern}' is not a regular expression that can be searched for: {e.Message} Look-around and back-references are not supported.",
                nameof(pattern), e);
        }
    }

    private static string Shown(string line)
    {
        var text = line.Trim();
        return text.Length <= MaxLineCharacters ? text : string.Concat(text.AsSpan(0, MaxLineCharacters - 1), "…");
    }
}
