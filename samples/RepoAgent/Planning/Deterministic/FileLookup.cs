using System.Text.Json.Nodes;
using RepoAgents.Agents;

namespace RepoAgents.Planning.Deterministic;

/// <summary>From a file's name in a question, perhaps a partial one, to the file: the search agent is asked.</summary>
internal sealed class FileLookup(Evidence evidence)
{
    /// <summary>
    /// The file's path, null when no file bears the name; or else what comes next: the search, or the answer that it failed or
    /// that more than one file bears the name.
    /// </summary>
    public (string? Path, Move? Instead) Find(string name)
    {
        var arguments = SearchFor(name, SearchGoal.File);
        if (evidence.Of("Search", arguments) is not { } found)
        {
            return (null, Move.Call("Search", arguments));
        }

        if (found.IsError)
        {
            return (null, Move.Say($"The search for {name} failed: {found.Text}"));
        }

        var report = found.Read(ResultJson.Default.SearchReport);
        return report.Findings switch
        {
            [] => (null, null),
            [var only] => (only.Path, null),
            var several => (null, Move.Say(
                $"{report.Total} files answer to {name}; say which one is meant by more of its path:"
                + Wording.Lines(several.Select(static f => f.Path), 20, report.Total))),
        };
    }

    /// <summary>Whether a name is a path, which a tool may simply be tried on; a bare name is searched for.</summary>
    public static bool IsPath(string name) => name.Contains('/') || name.Contains('\\');

    /// <summary>The arguments of a search.</summary>
    public static JsonObject SearchFor(string subject, SearchGoal goal) => new() { ["subject"] = subject, ["goal"] = goal.ToString() };
}
