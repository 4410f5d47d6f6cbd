using System.Text.Json.Nodes;

namespace RepoAgents.Planning.Deterministic;

/// <summary>
/// The way of the forms that ask a tool about one file. A path is tried as it stands; when that fails, and for a bare name,
/// the search agent finds the file first. Where it finds none, the tool says what is wrong with the name, or knows a folder of it.
/// </summary>
/// <param name="Path">The path with which the tool answered.</param>
/// <param name="Result">The tool's answer, no error; null when something else comes first.</param>
/// <param name="Instead">What comes first: a call, or the answer that says why there is none.</param>
internal sealed record FileTool(string Path, Observation? Result, Move? Instead)
{
    /// <summary>Asks the tool about the file that bears the name.</summary>
    /// <param name="name">The name out of the question, perhaps a partial one.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">The tool's arguments for a path.</param>
    /// <param name="evidence">What is known so far.</param>
    /// <param name="asItStands">Whether to try the name as it stands first; by default only what looks like a path.</param>
    public static FileTool On(string name, string tool, Func<string, JsonObject> arguments, Evidence evidence, bool asItStands = false)
    {
        if (asItStands || FileLookup.IsPath(name))
        {
            var direct = Ask(name);
            if (direct.Result is not { IsError: true })
            {
                return direct;
            }
        }

        // The folder itself is no file that a search could find.
        var (path, instead) = name == "." ? (name, null) : new FileLookup(evidence).Find(name);
        if (instead is not null)
        {
            return new(name, null, instead);
        }

        var asked = Ask(path ?? name);
        return asked.Result is { IsError: true } failed ? asked with { Result = null, Instead = Move.Say(failed.Text) } : asked;

        FileTool Ask(string path) => evidence.Of(tool, arguments(path)) is { } result
            ? new(path, result, null)
            : new(path, null, Move.Call(tool, arguments(path)));
    }

    /// <summary>The only argument of the tools that take just a path.</summary>
    public static JsonObject PathOnly(string path) => new() { ["path"] = path };
}
