namespace RepoAgents.Agents;

/// <summary>One place that a search found.</summary>
/// <param name="Kind">Definition, mention or file.</param>
/// <param name="Path">The file, relative to the folder.</param>
/// <param name="Line">The line's number, counted from 1; for a file 0.</param>
/// <param name="Text">The line; empty for a file.</param>
/// <param name="Lines">How many lines of the file mention the text; 1 for a definition, 0 for a file.</param>
public sealed record Finding(FindingKind Kind, string Path, int Line, string Text, int Lines);
