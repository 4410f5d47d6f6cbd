namespace RepoAgents.Tools.Results;

/// <summary>Files below a folder.</summary>
/// <param name="Folder">The folder that was listed.</param>
/// <param name="Files">The files, ordered by path.</param>
/// <param name="Total">How many files match; more than <paramref name="Files"/> holds when the list was cut.</param>
public sealed record FileList(string Folder, IReadOnlyList<RepoFile> Files, int Total);
