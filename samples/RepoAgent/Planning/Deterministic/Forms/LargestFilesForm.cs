using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RepoAgents.Tools.Results;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>The largest files.</summary>
internal sealed class LargestFilesForm() : QuestionForm(
    "what are the largest files",
    $@"((what|which) (are|is)|show|show me|list|give me|find|name)( me)? (the )?(top )?({Named.CountPattern} )?(largest|biggest|heaviest)( {Named.CountPattern})? files?" + Under,
    $@"(the )?(top )?({Named.CountPattern} )?(largest|biggest|heaviest) files?" + Under,
    $@"(which|what) ({Named.CountPattern} )?files? (is|are) (the )?(largest|biggest|heaviest)" + Under,
    $@"(show me |list )?(the )?top {Named.CountPattern} files by size" + Under,
    @"(which|what) files? (take|takes|use|uses|need|needs) (up )?(the )?most (space|room|bytes)" + Under)
{
    private const string Under = @"( (in|under|below|of) (((the|this) )?(repo|repository|project|folder|directory)|here|(?<folder>" + Named.FilePattern + ")))?";

    public override Move Next(Match question, Evidence evidence)
    {
        var asked = question.Groups["folder"] is { Success: true } folder ? Named.File(folder) : ".";
        var one = question.Value.Contains("file", StringComparison.OrdinalIgnoreCase) && !question.Value.Contains("files", StringComparison.OrdinalIgnoreCase);
        var arguments = new JsonObject { ["count"] = Named.Count(question.Groups["count"], one ? 1 : 10), ["under"] = asked };
        return evidence.Of("LargestFiles", arguments) switch
        {
            null => Move.Call("LargestFiles", arguments),
            { IsError: true } failed => Move.Say(failed.Text),
            var found => Move.Say(Answer(found.Read(ResultJson.Default.FileList))),
        };
    }

    private static string Answer(FileList list)
    {
        var where = list.Folder == "." ? "the folder" : list.Folder;
        return list.Files switch
        {
            [] => $"There are no files in {where}.",
            [var only] => $"The largest of {Wording.Count(list.Total, "file")} in {where} is {only.Path}: {Wording.Size(only.Bytes)}.",
            var files => $"The {files.Count} largest of {Wording.Count(list.Total, "file")} in {where}:"
                + Wording.Lines(files.Select(static f => $"{f.Path}: {Wording.Size(f.Bytes)}")),
        };
    }
}
