using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Fuzz;

public enum Kind
{
    Small,
    Large,
}

public sealed record Leaf(string Text, int Number, bool? Flag = null);

public sealed record Branch(Leaf Leaf, List<Leaf> Leaves, Dictionary<string, int> Counts)
{
    public Branch? Inner { get; init; }

    public required Kind Kind { get; init; }

    public string[] Tags { get; set; } = [];
}

/// <summary>Tools whose schemas say all that their arguments must be.</summary>
public static class FuzzTools
{
    [AgentTool]
    public static string Scalars(string a, int b, long c, double d, bool e, Kind f, decimal g, byte h = 3, string? i = null, int? j = null) => $"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}";

    [AgentTool]
    public static async Task<string> ListsAsync(int[] a, List<string> b, List<List<bool>> c, Dictionary<string, Kind> d, HashSet<long>? e = null)
    {
        await Task.Yield();
        return $"{a.Length}{b.Count}{c.Count}{d.Count}{e?.Count}";
    }

    [AgentTool]
    public static Branch Objects(Branch a, Leaf? b, (int X, Leaf Y) c) => a with { Inner = a.Inner ?? null, Tags = [b?.Text ?? c.Y.Text] };

    [AgentTool]
    public static string Anything(JsonElement a, JsonNode? b = null, JsonObject? c = null, [Sensitive("key")] string? key = null) => $"{a}{b}{c}{key}";

    [AgentTool]
    public static string Nothing() => "nothing";
}
