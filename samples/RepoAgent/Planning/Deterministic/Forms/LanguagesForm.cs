using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RepoAgents.Tools.Results;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>Which languages the files are written in.</summary>
internal sealed class LanguagesForm() : QuestionForm(
    "which languages is it written in",
    @"(which|what) (programming |computer )?languages?( .+)?",
    @"in (which|what) (programming )?languages? .+",
    @"((show|show me|give me|list|count) )?(the )?(lines|line counts?|files)( of code)? (by|per) language",
    @"how many lines( of code)?( are there)? (by|per|in each|of each) language",
    @"((show|show me|give me|list) )?(the )?(programming )?(languages?|language (breakdown|statistics|stats|share))( used| here)?")
{
    public override Move Next(Match question, Evidence evidence)
    {
        var arguments = new JsonObject { ["path"] = "." };
        return evidence.Of("CountLines", arguments) switch
        {
            null => Move.Call("CountLines", arguments),
            { IsError: true } failed => Move.Say(failed.Text),
            var counted => Move.Say(Answer(counted.Read(ResultJson.Default.LineCounts))),
        };
    }

    private static string Answer(LineCounts counts) => counts.Languages.Count == 0
        ? "There are no text files in the folder."
        : $"{Wording.Count(counts.Lines, "line")} in {Wording.Count(counts.Files, "text file")}:"
            + Wording.Lines(counts.Languages.Select(l =>
                $"{l.Language}: {Wording.Count(l.Lines, "line")} in {Wording.Count(l.Files, "file")} ({Share(l.Lines, counts.Lines)})"));

    private static string Share(long part, long whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.#} %");
}
