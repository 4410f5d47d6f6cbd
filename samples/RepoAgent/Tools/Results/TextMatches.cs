namespace RepoAgents.Tools.Results;

/// <summary>What a text search found.</summary>
/// <param name="Hits">The matching lines, ordered by path and line.</param>
/// <param name="FilesSearched">How many text files were searched.</param>
/// <param name="FilesSkipped">How many were not: binary, larger than 4 MiB, or not readable.</param>
/// <param name="Truncated">Whether the search stopped because it had found as many lines as were asked for.</param>
public sealed record TextMatches(IReadOnlyList<SearchHit> Hits, int FilesSearched, int FilesSkipped, bool Truncated);
