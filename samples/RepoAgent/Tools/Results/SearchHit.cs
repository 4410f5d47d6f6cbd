namespace RepoAgents.Tools.Results;

/// <summary>A line that matches.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line's number, counted from 1.</param>
/// <param name="Text">The line without the white space around it, at most 300 characters.</param>
public sealed record SearchHit(string Path, int Line, string Text);
