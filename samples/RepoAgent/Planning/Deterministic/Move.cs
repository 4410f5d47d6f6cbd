using System.Text.Json.Nodes;

namespace RepoAgents.Planning.Deterministic;

/// <summary>What a form of question does next: calls to make, or the answer.</summary>
internal sealed record Move(string Answer, IReadOnlyList<(string Tool, JsonObject Arguments)> Calls)
{
    public static Move Say(string answer) => new(answer, []);

    public static Move Call(string tool, JsonObject arguments) => new("", [(tool, arguments)]);

    public static Move Call(IEnumerable<Move> moves) => new("", moves.SelectMany(static m => m.Calls).ToList());
}
