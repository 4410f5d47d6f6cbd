using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Conformance;

public enum Colour
{
    Red,
    Green,
    [JsonStringEnumMemberName("bl-ue")]
    Blue,
}

public record Point(int X, [property: Description("Northing.")] int Y, [Description("Height.")] int Z = 3);

public class Plain
{
    public required string Name { get; set; }

    public int Count { get; init; }

    public string? Optional { get; set; }

    [JsonPropertyName("renamed")]
    public int Other { get; set; }

    [JsonIgnore]
    public int Ignored { get; set; }

    public string URLOfIt { get; set; } = "";
}

public class WithConstructor(string name, int size = 4)
{
    public string Name => name;

    public int Size => size;

    public string? Comment { get; set; }
}

public struct Pair
{
    public int First { get; set; }

    public string? Second { get; set; }
}

public class Outer
{
    public Point At { get; set; } = new(1, 2);

    public Colour Colour { get; set; }

    public Colour? Other { get; set; }

    public Dictionary<string, int> Counts { get; set; } = [];

    public List<string> Tags { get; set; } = [];

    public Pair? Pair { get; set; }
}

public class Node
{
    public string Name { get; set; } = "";

    public Node? Next { get; set; }

    public List<Node> Children { get; set; } = [];
}

[Description("A described type.")]
public record DescribedType(int A);
