using System.Text.RegularExpressions;
using RepoAgents.Agents;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>Which files mention a text.</summary>
internal sealed class MentionForm() : QuestionForm(
    "which files mention TEXT",
    @"(which|what|list|find|show|show me)( me)?( all)?( the)? files? (that |which )?(mentions?|mentioning|contains?|containing|uses?|using|references?|referencing|refers? to|referring to|calls?|calling|talks? about|includes?|including) (?<text>.+)",
    @"in (which|what) files? (is|are|does|do) (?<text>.+?) (mentioned|used|referenced|called|contained|appear|occur|stand)",
    @"where (is|are) (?<text>.+?) (mentioned|used|referenced|called)",
    @"where (do|does|did) (?<text>.+?) (appear|occur|show up|stand)",
    @"who (uses|calls|references|mentions) (?<text>.+)",
    @"((find|show|show me|list) )?(all )?(the )?(mentions|uses|usages|references|occurrences|callers) (of|to) (?<text>.+)",
    @"(search( for)?|grep( for)?|look for|find) (?<text>.+)")
{
    private const int MaxShown = 50;

    public override Move Next(Match question, Evidence evidence)
    {
        var text = Named.Text(question.Groups["text"]);
        var arguments = FileLookup.SearchFor(text, SearchGoal.Mention);
        if (evidence.Of("Search", arguments) is not { } found)
        {
            return Move.Call("Search", arguments);
        }

        if (found.IsError)
        {
            return Move.Say($"The search for {text} failed: {found.Text}");
        }

        var report = found.Read(ResultJson.Default.SearchReport);
        if (report.Findings.Count == 0)
        {
            return Move.Say($"No text file in the folder mentions {text}.");
        }

        return Move.Say(
            $"{Wording.Count(report.Total, "file")} {(report.Total == 1 ? "mentions" : "mention")} {report.Terms[^1]}:"
            + Wording.Lines(
                report.Findings.Select(static f => $"{f.Path}: {Wording.Count(f.Lines, "line")}, first line {f.Line}"), MaxShown, report.Total)
            + (report.Truncated ? "\nThere may be more: the search stopped at 1,000 lines." : ""));
    }
}
