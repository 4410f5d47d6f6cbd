using System.Collections.Generic;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The parts of one documentation comment, as plain text. A part that the comment does not have is null or missing.</summary>
internal sealed class DocComment
{
    public static readonly DocComment None = new();

    public string? Summary { get; set; }

    public string? Returns { get; set; }

    public string? Remarks { get; set; }

    /// <summary>All examples, in their order.</summary>
    public string? Example { get; set; }

    /// <summary>The text for each parameter name, in their order. If a name occurs twice, the first text counts.</summary>
    public Dictionary<string, string> Parameters { get; } = [];

    /// <summary>The parts with a placeholder instead of a text: names of parameters, and the empty name for the summary.</summary>
    public HashSet<string> Placeholders { get; } = [];

    public string? Parameter(string name) => Parameters.TryGetValue(name, out var text) ? text : null;

    /// <summary>A comment with the parameters of this one only.</summary>
    public static DocComment OfParameters(DocComment comment)
    {
        var parameters = new DocComment();
        foreach (var pair in comment.Parameters)
        {
            parameters.Parameters[pair.Key] = pair.Value;
        }

        parameters.Placeholders.UnionWith(comment.Placeholders);
        parameters.Placeholders.Remove("");

        return parameters;
    }

    /// <summary>Each part from the first of the two comments that has it.</summary>
    public static DocComment Merge(DocComment first, DocComment second)
    {
        if (first == None || second == None)
        {
            return first == None ? second : first;
        }

        var merged = new DocComment
        {
            Summary = first.Summary ?? second.Summary,
            Returns = first.Returns ?? second.Returns,
            Remarks = first.Remarks ?? second.Remarks,
            Example = first.Example ?? second.Example,
        };
        merged.Placeholders.UnionWith(first.Placeholders);
        merged.Placeholders.UnionWith(second.Placeholders);
        foreach (var pair in second.Parameters)
        {
            merged.Parameters[pair.Key] = pair.Value;
        }

        foreach (var pair in first.Parameters)
        {
            merged.Parameters[pair.Key] = pair.Value;
        }

        return merged;
    }
}
