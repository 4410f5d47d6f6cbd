using System.Text;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Fuzz;

/// <summary>Spoils arguments: their values and names, or the text itself.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] s_bits = ["{", "}", "[", "]", ",", ":", "\"", "\\", "'", "null", "True", "1e400", "-", "\\ud83d", "\ud83d", "\n", "\u0000", "\ufeff", "//", "`", "NaN"];

    public string Of(JsonNode? value)
    {
        for (var i = random.Next(3); i > 0; i--)
        {
            value = Node(value);
        }

        var json = value?.ToJsonString() ?? "null";
        for (var i = random.Next(4) == 0 ? 1 + random.Next(3) : 0; i > 0; i--)
        {
            json = Text(json);
        }

        return json;
    }

    private JsonNode? Node(JsonNode? value)
    {
        var nodes = new List<JsonNode?>();
        Gather(value, nodes);
        switch (nodes[random.Next(nodes.Count)])
        {
            case JsonObject { Count: > 0 } found:
                Member(found, found.ElementAt(random.Next(found.Count)).Key);
                return value;
            case JsonObject found:
                found["extra"] = Other(null);
                return value;
            case JsonArray found:
                found.Insert(random.Next(found.Count + 1), Other(null));
                return value;
            default:
                return random.Next(20) == 0 ? Other(value) : value;
        }
    }

    private void Member(JsonObject parent, string name)
    {
        var value = parent[name]?.DeepClone();
        switch (random.Next(6))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent.Remove(name);
                parent[name.ToUpperInvariant()] = value;
                break;
            case 2:
                parent["extra" + random.Next(10)] = value;
                break;
            default:
                parent[name] = Other(value);
                break;
        }
    }

    private JsonNode? Other(JsonNode? value) => random.Next(14) switch
    {
        0 => null,
        1 => "text",
        2 => JsonNode.Parse("1e400"),
        3 => JsonNode.Parse(new string('9', 400)),
        4 => -1.5,
        5 => true,
        6 => new JsonArray(value?.DeepClone()),
        7 => new JsonObject { ["text"] = value?.DeepClone() },
        8 or 12 or 13 => value?.ToJsonString() ?? "null",
        9 => new string('x', 500),
        10 => Deep(random.Next(100)),
        _ => value?.ToString() ?? "",
    };

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonArray();
        for (var i = 0; i < levels; i++)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private string Text(string json)
    {
        var at = random.Next(json.Length + 1);
        var length = Math.Min(random.Next(8), json.Length - at);
        return random.Next(5) switch
        {
            0 => json[..at],
            1 => json.Remove(at, length),
            2 => json.Insert(at, json.Substring(at, length)),
            3 => json.Insert(at, s_bits[random.Next(s_bits.Length)]),
            _ => new StringBuilder(json).Replace("\":", "\":", 0, at).Insert(at, (char)random.Next(1, 0x300)).ToString(),
        };
    }

    private static void Gather(JsonNode? node, List<JsonNode?> nodes)
    {
        nodes.Add(node);
        foreach (var child in node switch { JsonObject o => o.Select(m => m.Value), JsonArray a => a, _ => [] })
        {
            Gather(child, nodes);
        }
    }
}
