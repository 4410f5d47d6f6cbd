using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Conformance;

/// <summary>The signatures for which our schema is compared with that of Microsoft.Extensions.AI. One name, one method.</summary>
public static class ConformanceTools
{
    [AgentTool, Description("Says \"hello\" <to> someone; é, 😀.")]
    public static string Describes([Description("Whom\nto greet.")] string who, [Description("How often.")] int times = 5, string? note = null) => who + times + note;

    [AgentTool] public static string NoParameters() => "";

    [AgentTool] public static string Name_With__Underscores(string a) => a;

    [AgentTool] public static Task<string> EndsWithAsync(string q, CancellationToken cancellationToken) => Task.FromResult(q);

    [AgentTool] public static async ValueTask<int> ValueTaskAsync(string q, CancellationToken cancellationToken = default) { await Task.Yield(); return q.Length; }

    [AgentTool] public static Task OnlyTaskAsync(int n) => Task.FromResult(n);

    [AgentTool] public static string SynchronousAsync(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [AgentTool(Name = "given-name")] public static void Named(bool a) => _ = a;

    [AgentTool] public static int Integers(byte a, sbyte b, short c, ushort d, int e, uint f, long g, ulong h, Int128 i, UInt128 j) => a;

    [AgentTool] public static double Floats(float a, double b, decimal c, Half d) => a;

    [AgentTool] public static int? NullableNumbers(int? a, double? b, bool? c, decimal? d = 1.5m, long? e = null, float f = 2.5f, double g = 1e30) => a;

    [AgentTool] public static bool Booleans(bool a, bool b = true) => a & b;

    [AgentTool] public static string Strings(string a, string? b, char c, char? d, string e = "quote \" slash \\ é", char f = 'x') => a;

    [AgentTool] public static Guid Dates(DateTime a, DateTimeOffset b, DateOnly c, TimeOnly d, TimeSpan e, Guid f, Uri g, Version h) => f;

    [AgentTool] public static Guid? NullableDates(DateTime? a, DateTimeOffset? b, DateOnly? c, TimeOnly? d, TimeSpan? e, Guid? f, Uri? g, Version? h) => f;

    [AgentTool] public static string DefaultStructs(DateTime a = default, Guid b = default, TimeSpan c = default, int? d = 3) => "";

    [AgentTool] public static byte[] Bytes(byte[] a, byte[]? b, ReadOnlyMemory<byte> c) => a;

    [AgentTool] public static Colour Enums(Colour a, Colour? b, DayOfWeek c, Colour d = Colour.Green, Colour? e = null, Colour? f = Colour.Blue) => a;

    [AgentTool] public static int[] Arrays(string[] a, int[] b, int[][] c, int?[] d, Colour[] e) => b;

    [AgentTool] public static List<int> Lists(List<int> a, IReadOnlyList<string> b, IEnumerable<int> c, HashSet<string> d, IList<Colour> e, ICollection<Point> f) => a;

    [AgentTool] public static int[]? NullableLists(int[]? a, List<int>? b = null) => a;

    [AgentTool] public static string Params(string a, params int[] more) => a;

    [AgentTool] public static Dictionary<string, int> Dictionaries(Dictionary<string, int> a, IReadOnlyDictionary<string, Point> b, Dictionary<string, int[]> c, Dictionary<int, string> d, IDictionary<string, int>? e) => a;

    [AgentTool] public static Point Records(Point a, Point? b, [Description("The third.")] Point c, Point? d = null) => a;

    [AgentTool] public static Plain Classes(Plain a, WithConstructor b) => a;

    [AgentTool] public static Pair Structs(Pair a, Pair? b) => a;

    [AgentTool] public static string Nested(Outer a, List<Outer> b, Dictionary<string, Outer> c) => "";

    [AgentTool] public static Node Recursive(Node a) => a;

    [AgentTool] public static string RecursiveList(List<Node> a) => "";

    [AgentTool] public static JsonElement Json(JsonElement a, JsonNode b, JsonDocument c, object d, JsonObject e, JsonArray f, JsonElement? g, object? h) => a;

    [AgentTool] public static string Described(DescribedType a, [Description("own")] DescribedType b) => "";
}
