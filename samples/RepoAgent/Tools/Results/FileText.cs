namespace RepoAgents.Tools.Results;

/// <summary>Lines of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="FirstLine">Number of the first line given, counted from 1.</param>
/// <param name="LastLine">Number of the last line given; one less than <paramref name="FirstLine"/> when there are none.</param>
/// <param name="TotalLines">How many lines the file has.</param>
/// <param name="Text">The lines, joined by LF.</param>
public sealed record FileText(string Path, int FirstLine, int LastLine, int TotalLines, string Text);
