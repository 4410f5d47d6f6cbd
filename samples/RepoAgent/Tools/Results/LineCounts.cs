namespace RepoAgents.Tools.Results;

/// <summary>Lines of a file, or of all files below a folder.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Files">How many text files were counted.</param>
/// <param name="Lines">How many lines they have, empty ones and comments included.</param>
/// <param name="Languages">The same by language, most lines first.</param>
/// <param name="FilesSkipped">How many files were not counted: binary, or not readable.</param>
public sealed record LineCounts(string Path, int Files, long Lines, IReadOnlyList<LanguageLines> Languages, int FilesSkipped);
