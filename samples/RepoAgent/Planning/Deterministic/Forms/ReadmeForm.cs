using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RepoAgents.Agents;
using RepoAgents.Tools.Results;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>What the README promises.</summary>
internal sealed class ReadmeForm() : QuestionForm(
    "what does the README promise",
    @"what (does|do|did) (the |this |its )?read ?me(\.\w+)?( file)? (promise|say|tell|claim|contain|offer|describe|guarantee|state)( us| me)?",
    @"what (is|stands|is promised|is said|is written) in (the |this |its )?read ?me(\.\w+)?( file)?",
    @"(summari[sz]e|sum up|read|show|show me|explain) (the |this |its )?read ?me(\.\w+)?( file)?",
    @"what (does|do) (this|the|it) ?(project|repo|repository|folder|code|program|library)? ?(promise|do|offer|guarantee)",
    @"what is (this|the|it)( (project|repo|repository|folder|code|program|library))?( about| for)?")
{
    private const string FirstGuess = "README.md";

    public override Move Next(Match question, Evidence evidence)
    {
        var arguments = Whole(FirstGuess);
        if (evidence.Of("ReadFile", arguments) is not { } read)
        {
            return Move.Call("ReadFile", arguments);
        }

        if (!read.IsError)
        {
            return Answer(read);
        }

        // Under another name or in another folder, then: the search agent knows.
        var search = FileLookup.SearchFor("README", SearchGoal.File);
        if (evidence.Of("Search", search) is not { } found)
        {
            return Move.Call("Search", search);
        }

        if (found.IsError || found.Read(ResultJson.Default.SearchReport) is not { Findings: [var first, ..] })
        {
            return Move.Say("There is no README in the folder.");
        }

        return evidence.Of("ReadFile", Whole(first.Path)) switch
        {
            null => Move.Call("ReadFile", Whole(first.Path)),
            { IsError: true } failed => Move.Say(failed.Text),
            var other => Answer(other),
        };
    }

    private static Move Answer(Observation read)
    {
        var file = read.Read(ResultJson.Default.FileText);
        var readme = Readme.Parse(file.Text);
        var answer = readme.Title is null ? $"{file.Path} has no title." : $"{file.Path}: {readme.Title}";
        answer += readme.Opening is null ? "" : "\n" + readme.Opening;
        answer += readme.Promises.Count == 0
            ? "\nIt makes no promise in so many words."
            : "\nIt promises:" + Wording.Lines(readme.Promises.Select(static p => $"{p.Text} (line {p.Line})"));
        return Move.Say(answer + (readme.Sections.Count == 0 ? "" : "\nIts sections: " + string.Join(", ", readme.Sections) + "."));
    }

    private static JsonObject Whole(string path) => new() { ["path"] = path, ["lastLine"] = 2000 };
}
