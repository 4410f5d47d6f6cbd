using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RepoAgents.Tools.Results;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>The files below a folder.</summary>
internal sealed class ListFilesForm() : QuestionForm(
    "list the files under FOLDER",
    @"(list|show|show me|give me)( me)?( all)?( the)?( (?<pattern>\S*[*.]\S*))? files" + Under,
    @"(which|what)( (?<pattern>\S*[*.]\S*))? files (are( there)?|exist|do you see|does it have)" + Under,
    @"what (is|are|lies|lives) (in|under|below|inside) (the )?(folder |directory )?(?<folder>" + Named.FilePattern + ")( folder| directory)?",
    @"(ls|dir|list)( (?<folder>\S+))?")
{
    private const int MaxShown = 100;
    private const string Under = @"( (in|under|below|of|inside|from) (((the|this) )?(repo|repository|project|folder|directory)|here|(the )?(folder |directory )?(?<folder>" + Named.FilePattern + ")( folder| directory)?))?";

    public override Move Next(Match question, Evidence evidence)
    {
        var folder = question.Groups["folder"] is { Success: true } f ? Named.File(f) : ".";
        var pattern = question.Groups["pattern"] is { Success: true } p ? Pattern(Named.File(p)) : "*";
        var arguments = new JsonObject { ["under"] = folder, ["pattern"] = pattern };
        return evidence.Of("ListFiles", arguments) switch
        {
            null => Move.Call("ListFiles", arguments),
            { IsError: true } failed => Anywhere(folder, pattern, failed, evidence),
            var listed => Move.Say(Answer(listed.Read(ResultJson.Default.FileList))),
        };
    }

    // Not at the top: a folder of that name may lie deeper.
    private static Move Anywhere(string folder, string pattern, Observation failed, Evidence evidence)
    {
        var arguments = new JsonObject { ["under"] = ".", ["pattern"] = $"**/{folder.Trim('/')}/**/{pattern}" };
        return evidence.Of("ListFiles", arguments) switch
        {
            null => Move.Call("ListFiles", arguments),
            { IsError: false } listed when listed.Read(ResultJson.Default.FileList) is { Total: > 0 } list => Move.Say(Answer(list, folder)),
            _ => Move.Say(failed.Text),
        };
    }

    // ".cs files" are "*.cs"
    private static string Pattern(string pattern) => pattern.StartsWith('.') ? "*" + pattern : pattern;

    private static string Answer(FileList list, string? under = null)
    {
        var where = under is not null ? "folders named " + under : list.Folder == "." ? "the folder" : list.Folder;
        return list.Total == 0
            ? $"There are no such files in {where}."
            : $"{Wording.Count(list.Total, "file")} in {where}:" + Wording.Lines(list.Files.Select(static f => f.Path), MaxShown, list.Total);
    }
}
