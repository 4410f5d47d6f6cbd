namespace RepoAgents.Agents;

/// <summary>What the search agent reports.</summary>
/// <param name="Summary">The result in one sentence.</param>
/// <param name="Terms">The terms that it tried, in order; the last one is the one whose findings stand here.</param>
/// <param name="Findings">The findings, best first, at most 50.</param>
/// <param name="Total">How many findings there are in all.</param>
/// <param name="Truncated">Whether there may be more, because the text search stopped at 1000 lines.</param>
public sealed record SearchReport(
    string Summary, IReadOnlyList<string> Terms, IReadOnlyList<Finding> Findings, int Total, bool Truncated);
