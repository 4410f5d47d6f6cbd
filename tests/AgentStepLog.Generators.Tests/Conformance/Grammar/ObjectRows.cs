namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>Objects: every way to make one, every way to name, hide and describe its members.</summary>
internal static class ObjectRows
{
    public static readonly IReadOnlyList<TypeRow> All =
    [
        Row("Record", "public sealed record Record(int X, string Name, int Z = 3);", ["{\"x\":1,\"name\":\"n\",\"z\":2}", "{\"x\":1,\"name\":\"n\"}"], ["{\"x\":1}", "[]", "1", "\"x\"", "{\"x\":\"a\",\"name\":\"n\"}", "{\"X\":1,\"Name\":\"n\"}", "{\"x\":1,\"name\":\"n\",\"more\":1}", "{\"x\":1,\"name\":null}", "\"{\\\"x\\\":1,\\\"name\\\":\\\"n\\\"}\""]),
        Row("Plain", "public sealed class Plain { public string Name { get; set; } = \"none\"; public int Count { get; set; } public string? Note { get; set; } }", ["{\"name\":\"n\",\"count\":1,\"note\":null}", "{}"], ["{\"name\":null}", "{\"count\":\"1\"}"]),
        Row("Constructed", "public sealed class Constructed(string name, int size = 4) { public string Name => name; public int Size => size; public string? Comment { get; set; } }", ["{\"name\":\"n\",\"comment\":\"c\"}", "{\"name\":\"n\",\"size\":1}"], ["{}", "{\"size\":1}"]),
        Row("Chosen", "public sealed class Chosen { public Chosen() { } [JsonConstructor] public Chosen(int a) => A = a; public int A { get; } }", ["{\"a\":1}"], ["{}"]),
        Row("Structure", "public struct Structure { public int First { get; set; } public string? Second { get; set; } }", ["{\"first\":1,\"second\":\"s\"}", "{}"], ["{\"first\":null}"]),
        Row("RecordStruct", "public readonly record struct RecordStruct(int X, int Y = 2);", ["{\"x\":1,\"y\":3}", "{\"x\":1}"], ["{}"]),
        Row("Demanding", "public sealed class Demanding { public required string Name { get; set; } public required int? Count { get; init; } [JsonRequired] public int Age { get; set; } }", ["{\"name\":\"n\",\"count\":null,\"age\":1}"], ["{\"name\":\"n\"}", "{\"name\":\"n\",\"count\":1}"]),
        Row("Initialised", "public sealed class Initialised { public int A { get; init; } = 7; public string B { get; init; } = \"b\"; }", ["{\"a\":1,\"b\":\"x\"}"], ["{\"a\":true}"]),
        Row("Derived", "public class DerivedBase { public int A { get; set; } public virtual int V { get; set; } } public sealed class Derived : DerivedBase { public int B { get; set; } public override int V { get; set; } }", ["{\"a\":1,\"b\":2,\"v\":3}"], ["{\"b\":\"x\"}"]),
        Row("Hiding", "public class HidingBase { public int A { get; set; } } public sealed class Hiding : HidingBase { public new string A { get; set; } = \"\"; }", ["{\"a\":\"x\"}"], ["{\"a\":1}"]),
        Row("Named", "public sealed class Named { [JsonPropertyName(\"first-name\")] public string Name { get; set; } = \"\"; public string URLOfIt { get; set; } = \"\"; public int _under { get; set; } public int É { get; set; } }", ["{\"first-name\":\"n\",\"urlOfIt\":\"u\",\"_under\":1,\"é\":2}"], ["{\"first-name\":1}", "{\"name\":\"n\"}"]),
        Row("Ordered", "public sealed class Ordered { [JsonPropertyOrder(2)] public int A { get; set; } [JsonPropertyOrder(1)] public int B { get; set; } }", ["{\"a\":1,\"b\":2}"], ["{\"a\":true}"]),
        Row("Ignoring", "public sealed class Ignoring { public int A { get; set; } [JsonIgnore] public int B { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? C { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int D { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int E { get; set; } }", ["{\"a\":1,\"e\":5}", "{\"a\":1,\"c\":\"c\",\"d\":4}"], ["{\"a\":true}", "{\"b\":2}"]),
        Row("Sided", "public sealed class Sided { public int A { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public int B { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int C { get; set; } }", ["{\"a\":1,\"b\":2}"], ["{\"c\":1}"]),
        Row("Included", "public sealed class Included { [JsonInclude] public int A { get; internal set; } [JsonInclude] public int F; public int G; [JsonInclude] public int P { get; private set; } }", ["{\"a\":1,\"f\":2,\"p\":3}"], ["{\"g\":2}"]),
        Row("ReadOnlyMembers", "public sealed class ReadOnlyMembers { public int A { get; set; } public int Twice => A * 2; public List<int> Filled { get; } = []; }", ["{\"a\":1}"], ["{\"twice\":2}", "{\"filled\":[1]}"]),
        Row("Privates", "public sealed class Privates { public int A { get; private set; } internal int B { get; set; } public int C { get; set; } public static int S { get; set; } }", ["{\"c\":1}"], ["{\"a\":1}", "{\"b\":1}"]),
        Row("Extended", "public sealed class Extended { public int A { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; } }", ["{\"a\":1,\"other\":2}"], ["{\"a\":true}"]),
        Row("ExtendedByNode", "public sealed class ExtendedByNode { public int A { get; set; } [JsonExtensionData] public System.Text.Json.Nodes.JsonObject? More { get; set; } }", ["{\"a\":1,\"other\":[2,null]}"], ["{\"a\":true}"]),
        Row("Strict", "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public sealed class Strict { public int A { get; set; } }", ["{\"a\":1}"], ["{\"a\":1,\"b\":2}"]),
        Row("NumberText", "public sealed class NumberText { [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] public int A { get; set; } [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double B { get; set; } [JsonNumberHandling(JsonNumberHandling.Strict)] public int C { get; set; } }", ["{\"a\":\"1\",\"b\":\"NaN\",\"c\":1}", "{\"a\":1,\"b\":2,\"c\":1}"], ["{\"c\":\"1\"}", "{\"a\":\"x\"}"]),
        Row("NumbersText", "[JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] public sealed class NumbersText { public int A { get; set; } public double[] B { get; set; } = []; }", ["{\"a\":\"1\",\"b\":[\"2.5\"]}"], ["{\"a\":\"x\"}"]),
        Row("Converted", "public sealed class ConvertedConverter : JsonConverter<Converted> { public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new() { Text = reader.GetString()! }; public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text); } [JsonConverter(typeof(ConvertedConverter))] public sealed class Converted { public string Text { get; set; } = \"\"; }", ["\"text\""], ["1"]),
        Row("Populated", "[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public sealed class Populated { public List<int> Items { get; } = [0]; }", ["{\"items\":[1]}"], ["{\"items\":1}"]),
        Row("WithFields", "public sealed class WithFields { public int A { get; set; } public int Field; }", ["{\"a\":1}"], ["{\"field\":1}"]),
        Row("Described", "[Description(\"A described type.\")] public sealed record Described([property: Description(\"Its number.\")] int A, [Description(\"Its text.\")] string B = \"b\");", ["{\"a\":1,\"b\":\"x\"}"], ["{\"a\":true}"]),
        Row("Generic", "public sealed class Generic<TItem> { public TItem Item { get; set; } = default!; public List<TItem> Items { get; set; } = []; }", ["{\"item\":1,\"items\":[2]}"], ["{\"item\":true}"]) with { Type = "Generic<int>" },
        Row("Outer", "public sealed record Inner(int X, Colours C); public enum Colours { Red, Green } public sealed class Outer { public Inner At { get; set; } = new(1, Colours.Red); public Inner? Other { get; set; } public Colours Colour { get; set; } public Colours? Maybe { get; set; } public Dictionary<string, Inner> Map { get; set; } = []; public List<Inner> List { get; set; } = []; public int? Number { get; set; } }", ["{\"at\":{\"x\":1,\"c\":\"Green\"},\"colour\":\"Red\",\"map\":{\"k\":{\"x\":2,\"c\":\"Red\"}},\"list\":[{\"x\":3,\"c\":\"Red\"}]}"], ["{\"at\":{\"x\":true}}"]),
        Row("Tree", "public sealed class Tree { public string Name { get; set; } = \"\"; public Tree? Next { get; set; } public List<Tree> Children { get; set; } = []; public Dictionary<string, Tree>? ByName { get; set; } }", ["{\"name\":\"a\",\"next\":{\"name\":\"b\"},\"children\":[{\"name\":\"c\"}]}", "{}"], ["{\"next\":1}", "{\"children\":[1]}"]),
        Row("Left", "public sealed record Left(Right? Right); public sealed record Right(Left? Left);", ["{\"right\":{\"left\":{\"right\":null}}}"], ["{\"right\":1}"]),
        Row("Shape", "[JsonDerivedType(typeof(Circle), \"circle\")] [JsonDerivedType(typeof(Rectangle), \"rectangle\")] public abstract class Shape { public string? Name { get; set; } } public sealed class Circle : Shape { public double Radius { get; set; } } public sealed class Rectangle : Shape { public double Width { get; set; } }", ["{\"$type\":\"circle\",\"radius\":1.5,\"name\":\"c\"}", "{\"$type\":\"rectangle\",\"width\":2}"], ["{\"radius\":1}", "{\"$type\":\"oval\"}", "{\"radius\":1,\"$type\":\"circle\"}"]),
        Row("Animal", "[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")] [JsonDerivedType(typeof(Animal), 0)] [JsonDerivedType(typeof(Dog), 1)] public class Animal { public int Legs { get; set; } } public sealed class Dog : Animal { public bool Barks { get; set; } }", ["{\"kind\":1,\"barks\":true,\"legs\":4}", "{\"kind\":0,\"legs\":2}"], ["{\"kind\":2}", "{\"legs\":1}"]),
        Row("Interfaced", "public interface Interfaced { int A { get; set; } }", ["{\"a\":1}"], ["1"]),
        Row("Abstracted", "public abstract class Abstracted { public int A { get; set; } }", ["{\"a\":1}"], ["1"]),
        Row("Ambiguous", "public sealed class Ambiguous { public Ambiguous(int a) { A = a; } public Ambiguous(int a, int b) { A = a; } public int A { get; } public int B { get; } }", ["{\"a\":1}"], ["1"]),
        Row("Hidden", "public sealed class Hidden { private Hidden() { } public int A { get; set; } }", ["{\"a\":1}"], ["1"]),
        Row("Empty", "public sealed class Empty;", ["{}"], ["1", "{\"a\":1}"]),
        Row("Throwing", "public sealed class Throwing { private int _age; public int Age { get => _age; set => _age = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } }", ["{\"age\":1}"], ["{\"age\":-1}"]),
        Row("Pair", "", ["{\"Item1\":1,\"Item2\":\"x\"}"], ["[1,\"x\"]"]) with { Type = "(int, string)" },
        Row("NamedPair", "", ["{\"number\":1,\"text\":\"x\"}"], ["[1,\"x\"]"]) with { Type = "(int number, string text)" },
        Row("OldPair", "", ["{\"item1\":1,\"item2\":\"x\"}"], ["[1,\"x\"]"]) with { Type = "Tuple<int, string>" },
        Row("Callback", "", ["1"], ["\"x\""]) with { Type = "Func<int>" },
        Row("StreamOf", "", ["\"AQID\""], ["1"]) with { Type = "Stream" },
        Row("TypeOf", "", ["\"int\""], ["1"]) with { Type = "Type" },
        Row("Pointer", "", ["1"], ["\"x\""]) with { Type = "nint" },
    ];

    private static TypeRow Row(string name, string declarations, string[] fits, string[] unfits) =>
        new(name, name, fits, unfits) { Declarations = declarations, IsEverywhere = name is "Record" };
}
