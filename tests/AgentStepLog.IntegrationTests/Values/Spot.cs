using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Values;

public enum Mood
{
    Calm,

    [JsonStringEnumMemberName("very wild")]
    Wild,
}

/// <summary>One of everything that a value can be.</summary>
public sealed record Spot(string Name, [Sensitive("person")] string Owner)
{
    [JsonPropertyName("lat_long")]
    public (double Lat, double Long)? Position { get; init; }

    [JsonIgnore]
    public string Hidden { get; init; } = "hidden";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    public Mood Mood { get; init; }

    public Spot? Next { get; set; }

    public IReadOnlyList<int?> Heights { get; init; } = [];

    public Dictionary<Mood, DateOnly> Days { get; init; } = [];

    public object? Tag { get; init; }

    public JsonElement? Raw { get; init; }

    public byte[]? Image { get; init; }

    public string Broken => Name.Length < 0 ? Name : throw new InvalidDataException();

    public Stream? Source { get; init; }
}
