namespace RepoAgents.Tools.Results;

/// <summary>A commit of the git history.</summary>
/// <param name="Id">The commit's abbreviated hash.</param>
/// <param name="Author">Who wrote it: the author's name.</param>
/// <param name="At">When it was written, with the author's offset from UTC.</param>
/// <param name="Subject">The first line of its message.</param>
public sealed record Commit(string Id, string Author, DateTimeOffset At, string Subject);
