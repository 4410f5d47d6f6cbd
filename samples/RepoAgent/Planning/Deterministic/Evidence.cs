using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace RepoAgents.Planning.Deterministic;

/// <summary>The tool results that a conversation holds so far, found by tool and argument.</summary>
internal sealed class Evidence(IReadOnlyList<Turn> conversation)
{
    /// <summary>The result of the call of the tool whose arguments hold the given values; null when it was not called yet.</summary>
    public Observation? Of(string tool, JsonObject arguments) =>
        conversation.FirstOrDefault(t => t.Answered is { } call && call.Tool == tool && Holds(call.Arguments, arguments)) is { } turn
            ? new Observation(turn.Text, turn.IsError)
            : null;

    private static bool Holds(string arguments, JsonObject wanted)
    {
        var given = JsonNode.Parse(arguments)!.AsObject();
        return wanted.All(w => JsonNode.DeepEquals(given[w.Key], w.Value));
    }
}

/// <summary>What a tool answered.</summary>
/// <param name="Text">The result, or the error's message.</param>
/// <param name="IsError">Whether the tool failed.</param>
internal sealed record Observation(string Text, bool IsError)
{
    /// <summary>The result as the record that the tool returned.</summary>
    public T Read<T>(JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Text, type) ?? throw new PlannerException($"A tool answered null where a {typeof(T).Name} was expected.");
}
