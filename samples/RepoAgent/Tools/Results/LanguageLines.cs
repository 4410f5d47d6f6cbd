namespace RepoAgents.Tools.Results;

/// <summary>The lines of one language.</summary>
/// <param name="Language">The language, by the files' names; <c>Other</c> where they do not tell.</param>
/// <param name="Files">How many text files.</param>
/// <param name="Lines">How many lines, empty ones and comments included.</param>
public sealed record LanguageLines(string Language, int Files, long Lines);
