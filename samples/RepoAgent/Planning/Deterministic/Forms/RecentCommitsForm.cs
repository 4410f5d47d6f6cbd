using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RepoAgents.Tools.Results;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>The newest commits.</summary>
internal sealed class RecentCommitsForm() : QuestionForm(
    "what are the recent commits",
    $@"((what|which) (are|were|is|was)|show|show me|list|give me)( me)? (the )?(last|latest|recent|newest|most recent)( {Named.CountPattern})? commits?" + Of,
    $@"(the )?({Named.CountPattern} )?(last|latest|recent|newest|most recent)( {Named.CountPattern})? commits?" + Of,
    $@"((show|show me|list) )?(the )?commits (of|in|for|to|under) (?<path>" + Named.FilePattern + ")",
    @"what (has |was |have been |has been )?(been )?(changed|happened|done|committed|new)( recently| lately| last)?",
    @"((show|show me) )?(the )?(git log|commit log|git history|commit history|history)" + Of)
{
    private const string Of = @"( (of|in|for|to|under) (((the|this) )?(repo|repository|project|folder|directory)|(?<path>" + Named.FilePattern + ")))?";

    public override Move Next(Match question, Evidence evidence)
    {
        var one = question.Value.EndsWith("commit", StringComparison.OrdinalIgnoreCase);
        var count = Named.Count(question.Groups["count"], one ? 1 : 10);
        var name = question.Groups["path"] is { Success: true } named ? Named.File(named) : ".";
        var asked = FileTool.On(
            name, "RecentCommits", path => new JsonObject { ["count"] = count, ["path"] = path }, evidence, asItStands: true);
        return asked.Instead ?? Answer(asked.Path, asked.Result!.Read(ResultJson.Default.Commits));
    }

    private static Move Answer(string path, IReadOnlyList<Commit> commits) =>
        Move.Say(commits.Count == 0
            ? $"No commit holds {path} yet."
            : $"The newest {(commits.Count == 1 ? "commit" : $"{commits.Count} commits")}{(path == "." ? "" : " of " + path)}:"
                + Wording.Lines(commits.Select(static c => $"{c.Id} {Wording.Time(c.At)} {c.Author}: {c.Subject}")));
}
