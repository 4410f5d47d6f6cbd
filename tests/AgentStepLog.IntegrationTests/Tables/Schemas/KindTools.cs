using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>Tools whose parameters and results JSON attributes say something of.</summary>
public static class KindTools
{
    [AgentTool] public static Shape Shaped(Shape a, Shape? b = null) => b ?? a;

    [AgentTool] public static Animal Tame(Animal a) => a;

    [AgentTool] public static Extended Extend(Extended a) => a;

    [AgentTool] public static string Skips(Skipping a, Closed b) => $"{a.A} {b.A}";

    [AgentTool] public static string Sides(Sided a) => $"{a.Read} {a.Written}";

    [AgentTool] public static Sided Writes() => new() { Read = 1, Written = 2 };

    [AgentTool] public static string Numbers(Textual a) => FormattableString.Invariant($"{a.A} {string.Join('|', a.B)} {a.C} {a.D}");

    [AgentTool] public static string Collections(Stack<int> a, Memory<int> b, ImmutableStack<int> c, OwnList d, OwnMap e, ArraySegment<int> f, Memory<byte> g) =>
        $"{string.Join(',', a)} {string.Join(',', b.ToArray())} {string.Join(',', c)} {string.Join(',', d)} {string.Join(',', e)} {string.Join(',', f)} {g.Length}";

    /// <summary>Counts.</summary>
    /// <returns>What came of it.</returns>
    [AgentTool] public static Task<List<Outcome?>> Results(int n) => Task.FromResult(new List<Outcome?> { new(n, "s", null) });

    [AgentTool] public static void Nothing() { }

    [AgentTool] public static string Strict(int count, string text = "t", Shape? shape = null, Tree? tree = null, Wind wind = Wind.Calm, int? n = 3) => $"{count} {text} {shape?.Name} {tree?.Name} {wind} {n}";

    [AgentTool] public static string Loose(Dictionary<string, int> a) => $"{a.Count}";
}

[JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Box), "box")]
public abstract class Shape
{
    public string? Name { get; set; }
}

/// <summary>Round.</summary>
public sealed class Circle : Shape
{
    public double Radius { get; set; }

    public List<Shape> Inside { get; set; } = [];
}

public sealed class Box : Shape
{
    public required double Width { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Dog), 1)]
public record Animal(int Legs);

public record Dog(int Legs, bool Barks) : Animal(Legs);

public sealed class Extended
{
    public int A { get; set; }

    [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public record Skipping(int A);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public record Closed(int A);

public sealed class Sided
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public int Read { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int Written { get; set; }
}

[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed class Textual
{
    public int A { get; set; }

    public double[] B { get; set; } = [];

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double C { get; set; }

    [JsonNumberHandling(JsonNumberHandling.Strict)] public int D { get; set; }
}

public sealed class OwnList : Collection<int>;

public sealed class OwnMap : Dictionary<string, int>;

/// <summary>An outcome.</summary>
public record Outcome(int A, [property: Sensitive] string Secret, string? Note)
{
    public int Sum => A;
}

public record Tree(string Name, Tree? Next = null);
