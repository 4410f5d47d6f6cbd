using System.Text.RegularExpressions;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>Who changed a file last, and when.</summary>
internal sealed class LastChangeForm() : QuestionForm(
    "who changed FILE last",
    $@"who {Changed} (last|most recently) (?<file>.+)",
    $@"who {Changed} (?<file>.+?) (last|most recently|recently|latest)",
    $@"who (has )?(last|most recently) {Changed} (?<file>.+)",
    $@"who was the last (one |person |author )?(to {Change}|who {Changed}) (?<file>.+)",
    $@"when (was|has) (?<file>.+?) (been )?(last |most recently ){Changed}",
    $@"when (was|has) (?<file>.+?) (been )?{Changed} (last|most recently)",
    @"(who (is|was) )?(the )?(last|latest|most recent) (author|editor|committer|change|commit) (of|to|on|for|in) (?<file>.+)",
    @"who made the (last|latest|most recent) change (to|in|of) (?<file>.+)")
{
    private const string Change = "(change|modify|edit|touch|update|commit)";
    private const string Changed = "(changed|modified|edited|touched|updated|committed)";

    public override Move Next(Match question, Evidence evidence)
    {
        var asked = FileTool.On(Named.File(question.Groups["file"]), "LastChange", FileTool.PathOnly, evidence);
        if (asked.Result is not { } result)
        {
            return asked.Instead!;
        }

        var commit = result.Read(ResultJson.Default.Commit);
        return Move.Say($"{commit.Author} changed {asked.Path} last, on {Wording.Time(commit.At)}: {commit.Subject} ({commit.Id}).");
    }
}
