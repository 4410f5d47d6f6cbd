using RepoAgents.Tools.Results;

namespace RepoAgents.Tools;

/// <summary>Counts the lines of files by language.</summary>
internal static class LineCounter
{
    public static LineCounts Count(RepoFolder folder, string path, CancellationToken cancellationToken)
    {
        if (!folder.IsFolder(path))
        {
            var full = folder.FilePath(path);
            var lines = TextFile.CountLines(full, cancellationToken)
                ?? throw new InvalidDataException($"'{path}' is a binary file and has no lines.");
            var shown = folder.Shown(full);
            return new(shown, 1, lines, [new(Languages.Of(shown), 1, lines)], FilesSkipped: 0);
        }

        var byLanguage = new Dictionary<string, LanguageLines>(StringComparer.Ordinal);
        var skipped = 0;
        foreach (var file in folder.Files(path))
        {
            if (Lines(folder, file, cancellationToken) is not { } lines)
            {
                skipped++;
                continue;
            }

            var language = Languages.Of(file.Path);
            var sum = byLanguage.GetValueOrDefault(language) ?? new(language, 0, 0);
            byLanguage[language] = sum with { Files = sum.Files + 1, Lines = sum.Lines + lines };
        }

        var languages = byLanguage.Values
            .OrderByDescending(static l => l.Lines).ThenBy(static l => l.Language, StringComparer.Ordinal).ToList();
        return new(
            folder.Shown(folder.FolderPath(path)), languages.Sum(static l => l.Files), languages.Sum(static l => l.Lines), languages, skipped);
    }

    private static long? Lines(RepoFolder folder, RepoFile file, CancellationToken cancellationToken)
    {
        try
        {
            return TextFile.CountLines(folder.FilePath(file.Path), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;        // not readable: counted as skipped, and the result says how many were
        }
    }
}
