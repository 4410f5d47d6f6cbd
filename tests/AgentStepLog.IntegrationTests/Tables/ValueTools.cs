using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Tables;

/// <summary>One tool per family of values; each keeps what it got.</summary>
public sealed class ValueTools
{
    public object? Got { get; private set; }

    [AgentTool]
    public void Numbers(sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h, Int128 i, UInt128 j, Half k, float l, double m, decimal n) =>
        Got = (a, b, c, d, e, f, g, h, i, j, k, l, m, n);

    [AgentTool]
    public void Texts(string a, string? b, char c, bool d, Guid e, Uri f, Version g) => Got = (a, b, c, d, e, f, g);

    [AgentTool]
    public void Times(DateTime a, DateTimeOffset b, DateOnly c, TimeOnly d, TimeSpan e) => Got = (a, b, c, d, e);

    [AgentTool]
    public void Nullables(int? a, DateTimeOffset? b, Wind? c, string[]? d, Spot? e) => Got = (a, b, c, d, e);

    [AgentTool]
    public void Enums(Wind a, Days b, Dictionary<Wind, int> c) => Got = (a, b, c[Wind.Storm]);

    [AgentTool]
    public void Lists(int[] a, List<string?> b, IReadOnlyList<int[]> c, HashSet<string> d, Queue<int> e, byte[] f, ReadOnlyMemory<byte> g, ImmutableArray<int> h) =>
        Got = string.Join(",", a) + "|" + string.Join(",", b) + "|" + string.Join(";", c.Select(x => string.Join(",", x))) + "|" + string.Join(",", d.Order()) + "|" + string.Join(",", e) + "|"
            + Convert.ToHexString(f) + "|" + Convert.ToHexString(g.Span) + "|" + string.Join(",", h);

    [AgentTool]
    public void Dictionaries(Dictionary<string, int> a, SortedDictionary<int, string> b, IReadOnlyDictionary<Guid, bool> c) =>
        Got = (a["x"], b[-5], c.Single());

    [AgentTool]
    public Spot Objects(Spot a, (int X, string Y) b)
    {
        Got = (a, b);
        return a;
    }

    [AgentTool]
    public void Json(JsonElement a, JsonNode b, JsonArray c, object d, JsonObject? e) =>
        Got = (a.GetRawText(), b.ToJsonString(), c.Count, ((JsonElement)d).GetRawText(), e);

    [AgentTool]
    public string Refuses(Strict strict, int[] counts, [Sensitive("token")] int secret = 0) => strict.Name + counts.Length + secret;
}
