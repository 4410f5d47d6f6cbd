namespace RepoAgents.Tools;

/// <summary>A file of the folder.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>, like <c>src/App/Program.cs</c>.</param>
/// <param name="Bytes">Its size in bytes.</param>
public sealed record RepoFile(string Path, long Bytes);
