using System.Text.RegularExpressions;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>How many lines a file has, or all files have.</summary>
internal sealed class LineCountForm() : QuestionForm(
    "how many lines has FILE",
    @"how many lines( of code| of text)?( are there)?( in total| altogether)?( are)?( in)?( " + Whole + ")?( have| has)?",
    @"how many lines( of code| of text)? (has|have|are in|are there in|in|of|is) (?<file>.+)",
    @"how many lines( of code| of text)? (does|do) (?<file>.+?) (have|contain|hold|comprise)",
    @"how many lines (long )?is (?<file>.+?)( long)?",
    @"how (long|big in lines) is (?<file>.+)",
    @"(what is |what's )?(the )?(line count|number of lines|length|loc) (of|in) (?<file>.+)",
    @"count (the |all )?lines (of|in) (?<file>.+)")
{
    private const string Whole = "(the |this )(whole |entire )?(project|repo|repository|folder|directory|code base|codebase|code)";
    private static readonly Regex s_whole = new($@"\A{Whole}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public override Move Next(Match question, Evidence evidence)
    {
        var group = question.Groups["file"];
        var name = !group.Success || s_whole.IsMatch(group.Value) ? "." : Named.File(group);
        var asked = FileTool.On(name, "CountLines", FileTool.PathOnly, evidence, asItStands: name == ".");
        return asked.Instead ?? Move.Say(Answer(asked.Result!));
    }

    private static string Answer(Observation counted)
    {
        var counts = counted.Read(ResultJson.Default.LineCounts);
        return counts is { Files: 1, FilesSkipped: 0 } && counts.Path != "."
            ? $"{counts.Path} has {Wording.Count(counts.Lines, "line")}."
            : $"{(counts.Path == "." ? "The folder" : counts.Path)} has {Wording.Count(counts.Lines, "line")} in {Wording.Count(counts.Files, "text file")}.";
    }
}
