using System.Text.RegularExpressions;
using RepoAgents.Agents;
using RepoAgents.Tools;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>Where a name is defined, or where a file lies.</summary>
internal sealed class DefinitionForm() : QuestionForm(
    "where is NAME defined",
    @"(show me )?(where's|(where|in which files?|which files?) (is|are|was)) (?<name>.+?) (defined|declared|implemented|introduced|located)( at)?( in (this|the) (repo|repository|project|folder|code))?",
    @"(show me )?where (?<name>.+?) (is|are|was) (defined|declared|implemented|introduced|located)",
    @"where (do|does) (we|they|it|the code|this project) (define|declare|implement) (?<name>.+)",
    @"(which|what) files? (defines?|declares?|implements?|contains? the (definition|declaration) of|has the (definition|declaration) of) (?<name>.+)",
    @"where (can i find|do i find|is) the (definition|declaration|implementation) of (?<name>.+)",
    @"((find|show|show me|give me|locate|go to) )?(the )?(definition|declaration) of (?<name>.+)",
    @"where can i find (?<name>.+)",
    @"(locate|where is|where are|where's) (?!.* (mentioned|used|referenced|called)\z)(?<name>.+)")
{
    private const int MaxShown = 20;

    public override Move Next(Match question, Evidence evidence)
    {
        var name = Named.Code(question.Groups["name"]);
        if (Languages.Of(name) != Languages.Other)
        {
            // The ending of a file's name: "where is Program.cs" asks for the file.
            var (files, first) = Search(name, SearchGoal.File, evidence);
            if (first is not null || files!.Findings.Count > 0)
            {
                return first ?? Files($"{name} is", files!);
            }
        }

        var (report, instead) = Search(name, SearchGoal.Definition, evidence);
        return instead ?? report!.Findings switch
        {
            [{ Kind: FindingKind.Definition } only] => Move.Say($"{report.Terms[^1]} is defined in {Place(only)}"),
            [{ Kind: FindingKind.Definition }, ..] => Move.Say(
                $"{report.Terms[^1]} is defined in {report.Total} places:" + Wording.Lines(report.Findings.Select(Place), MaxShown, report.Total)),
            _ => FileInstead(name, report, evidence),
        };
    }

    // Nothing in the code defines it: a file may bear the name.
    private static Move FileInstead(string name, SearchReport mentions, Evidence evidence)
    {
        var (files, instead) = Search(name, SearchGoal.File, evidence);
        return instead is { Calls.Count: > 0 } ? instead
            : files is { Findings.Count: > 0 } ? Files($"Nothing in the code defines {name}, but the name is borne by", files)
            : Move.Say(mentions.Findings.Count == 0
                ? $"{name} is defined nowhere in the folder, and no text file mentions it."
                : $"I found no definition of {name}. It is mentioned in {Wording.Count(mentions.Total, "file")}:"
                    + Wording.Lines(mentions.Findings.Select(static f => $"{f.Path}, first in line {f.Line}"), MaxShown, mentions.Total));
    }

    private static (SearchReport? Report, Move? Instead) Search(string name, SearchGoal goal, Evidence evidence)
    {
        var arguments = FileLookup.SearchFor(name, goal);
        return evidence.Of("Search", arguments) switch
        {
            null => (null, Move.Call("Search", arguments)),
            { IsError: true } failed => (null, Move.Say($"The search for {name} failed: {failed.Text}")),
            var found => (found.Read(ResultJson.Default.SearchReport), null),
        };
    }

    private static Move Files(string opening, SearchReport files) => Move.Say(files.Findings is [var only]
        ? $"{opening} the file {only.Path}."
        : $"{opening} {Wording.Count(files.Total, "file")}:" + Wording.Lines(files.Findings.Select(static f => f.Path), MaxShown, files.Total));

    private static string Place(Finding finding) => $"{finding.Path}, line {finding.Line}: {finding.Text}";
}
