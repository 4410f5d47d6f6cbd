using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RepoAgents.Tools.Results;

namespace RepoAgents.Planning.Deterministic.Forms;

/// <summary>How two files differ.</summary>
internal sealed class CompareForm() : QuestionForm(
    "compare FILE and FILE",
    @"compare (the )?(two )?(files? )?(?<left>" + Named.FilePattern + @")( file)?( and| with| to| against| vs\.?)? (the file )?(?<right>" + Named.FilePattern + @")( file)?",
    @"diff (between |of )?(?<left>" + Named.FilePattern + @")( and| with| to| against)? (?<right>" + Named.FilePattern + @")",
    @"((what|which) (is|are)|what's|show|show me)( the)? (differences?|diff) (between|of) (the files )?(?<left>" + Named.FilePattern + @") (and|to) (the file )?(?<right>" + Named.FilePattern + @")",
    @"(the )?differences? between (the files )?(?<left>" + Named.FilePattern + @") and (?<right>" + Named.FilePattern + @")",
    @"how (do|does) (the files )?(?<left>" + Named.FilePattern + @") (and (?<right>" + Named.FilePattern + @") differ|differ from (?<right>" + Named.FilePattern + @"))",
    @"how (is|are) (?<left>" + Named.FilePattern + @") different (from|to) (?<right>" + Named.FilePattern + @")",
    @"(are|is) (the files )?(?<left>" + Named.FilePattern + @") (and|to) (?<right>" + Named.FilePattern + @") (the same|equal|identical|alike|different)")
{
    public override Move Next(Match question, Evidence evidence)
    {
        var (left, right) = (Named.File(question.Groups["left"]), Named.File(question.Groups["right"]));
        if (FileLookup.IsPath(left) && FileLookup.IsPath(right))
        {
            var tried = evidence.Of("CompareFiles", Pair(left, right));
            if (tried is null or { IsError: false })
            {
                return tried is null ? Move.Call("CompareFiles", Pair(left, right)) : Answer(tried);
            }
        }

        var lookup = new FileLookup(evidence);
        var found = new[] { left, right }.Distinct().Select(name => (Name: name, File: lookup.Find(name))).ToList();
        var missing = found.Where(static f => f.File.Path is null)
            .Select(static f => f.File.Instead ?? Move.Say($"There is no file named {f.Name} in the folder.")).ToList();
        if (missing.Count > 0)
        {
            return missing.Any(static m => m.Calls.Count > 0)
                ? Move.Call(missing)
                : Move.Say(string.Join('\n', missing.Select(static m => m.Answer)));
        }

        var pair = Pair(found[0].File.Path!, found[^1].File.Path!);
        return evidence.Of("CompareFiles", pair) switch
        {
            null => Move.Call("CompareFiles", pair),
            { IsError: true } failed => Move.Say(failed.Text),
            var compared => Answer(compared),
        };
    }

    private static Move Answer(Observation compared)
    {
        var c = compared.Read(ResultJson.Default.FileComparison);
        return Move.Say(c.Removed + c.Added == 0
            ? $"{c.Left} and {c.Right} have the same {Wording.Count(c.LeftLines, "line")}."
            : $"From {c.Left} ({Wording.Count(c.LeftLines, "line")}) to {c.Right} ({Wording.Count(c.RightLines, "line")}): "
                + $"{c.Removed} removed, {c.Added} added.\n{c.Diff}{(c.Truncated ? "\n… (the diff goes on)" : "")}");
    }

    private static JsonObject Pair(string left, string right) => new() { ["left"] = left, ["right"] = right };
}
