using System.Text.Json.Nodes;

namespace RepoAgents.Planning.Deterministic;

/// <summary>
/// The way of the forms that ask a tool about one file. A path is tried as it stands; when that fails, and for a bare name,
/// the search agent finds the file first.
/// </summary>
/// <param name="Path">The path with which the tool answered.</param>
/// <param name="Result">The tool's answer; null when something else comes first.</param>
/// <param name="Instead">What comes first: a call, or the answer that there is no such file.</param>
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
            switch (evidence.Of(tool, arguments(name)))
            {
                case null:
                    return new(name, null, Move.Call(tool, arguments(name)));
                case { IsError: false } result:
                    return new(name, result, null);
            }
        }

        var (path, instead) = new FileLookup(evidence).Find(name);
        return instead is not null ? new(path, null, instead) : evidence.Of(tool, arguments(path)) switch
        {
            null => new(path, null, Move.Call(tool, arguments(path))),
            { IsError: true } failed => new(path, null, Move.Say(failed.Text)),
            var result => new(path, result, null),
        };
    }

    /// <summary>The only argument of the tools that take just a path.</summary>
    public static JsonObject PathOnly(string path) => new() { ["path"] = path };
}
