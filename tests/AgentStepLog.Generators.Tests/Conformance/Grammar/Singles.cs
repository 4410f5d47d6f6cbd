namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>What no product of types and positions has: names, texts, attributes, several parameters, results by themselves.</summary>
internal static class Singles
{
    public static IEnumerable<Signature> All => [.. s_names, .. s_texts, .. s_parameters, .. s_defaults, .. s_results];

    private static readonly Signature[] s_names =
    [
        new("GetWeather", "[AgentTool] public static string {M}(string a) => a;", """{"a":"x"}""", """{"A":"x"}""", """{"a":"x","b":1}""", """{"a":"x","a":"y"}""", """{"aa":"x"}"""),
        new("Name_With__Underscores", "[AgentTool] public static string {M}(string a) => a;", """{"a":"x"}"""),
        new("EndsWithAsync", "[AgentTool] public static Task<string> {M}(string a) => Task.FromResult(a);", """{"a":"x"}"""),
        new("SynchronousAsync", "[AgentTool] public static string {M}(string a) => a;", """{"a":"x"}"""),
        new("Größe", "[AgentTool] public static string {M}(string größe) => größe;", """{"größe":"x"}"""),
        new("Given", "[AgentTool(Name = \"given-name\")] public static string {M}(string a) => a;", """{"a":"x"}"""),
        new("Displayed", "[AgentTool, DisplayName(\"displayed_name\")] public static string {M}(string a) => a;", """{"a":"x"}"""),
        new("Keywords", "[AgentTool] public static string {M}(string @class, int @int, bool _x, string Upper, string URL) => @class + @int + _x + Upper + URL;", """{"class":"x","int":1,"_x":true,"Upper":"u","URL":"v"}""", """{"class":"x","int":1,"_x":true,"upper":"u","url":"v"}"""),
    ];

    private static readonly Signature[] s_texts =
    [
        new("DescribedTool", "[AgentTool, Description(\"Says \\\"hello\\\" <to> someone; é, 😀.\")] public static string {M}([Description(\"Whom\\nto greet.\")] string who, [Description(\"How often.\")] int times = 5, [Description(\"Why.\")] string? note = null) => who + times + note;", """{"who":"x"}"""),
        new("Documented", "/// <summary>Looks something up.</summary>\n/// <param name=\"a\">What to look up.</param>\n[AgentTool] public static string {M}(string a) => a;", """{"a":"x"}"""),
        new("DescribedResult", "[AgentTool] [return: Description(\"What came of it.\")] public static string {M}(string a) => a;", """{"a":"x"}"""),
        new("DescribedTwice", "[Description(\"A type.\")] public sealed record {M}Type(int X); [AgentTool] public static {M}Type {M}({M}Type a, [Description(\"Another.\")] {M}Type b) => a;", """{"a":{"x":1},"b":{"x":2}}"""),
        new("DescribedReference", "public sealed class {M}Type { [Description(\"The next.\")] public {M}Type? Next { get; set; } } [AgentTool] public static string {M}([Description(\"The first.\")] {M}Type a) => \"\";", """{"a":{"next":{}}}"""),
        new("NamedParameter", "[AgentTool] public static string {M}([Display(Name = \"Shown\", Description = \"Told.\")] string a, string b) => a + b;", """{"a":"x","b":"y"}"""),
    ];

    private static readonly Signature[] s_parameters =
    [
        new("NoParameters", "[AgentTool] public static string {M}() => \"x\";", "{}", """{"a":1}"""),
        new("Canceled", "[AgentTool] public static string {M}(string a, CancellationToken cancellationToken = default) => a;", """{"a":"x"}"""),
        new("Served", "[AgentTool] public static string {M}(string a, IServiceProvider services) => a + (services is null);", """{"a":"x"}"""),
        new("Many", "[AgentTool] public static string {M}(int a, string b, bool c, double? d, DateTime e, Guid f, string[] g, Dictionary<string, int> h, int i = 1, string? j = null) => $\"{a}{b}{c}{d}{e:s}{f}{g.Length}{h.Count}{i}{j}\";", """{"a":1,"b":"b","c":true,"d":null,"e":"2026-11-21T09:00:00","f":"6f9619ff-8b86-d011-b42d-00c04fc964ff","g":["x"],"h":{"k":1}}""", """{"a":1}"""),
        new("Params", "[AgentTool] public static string {M}(string a, params int[] more) => a + more.Length;", """{"a":"x","more":[1,2]}""", """{"a":"x"}"""),
        new("CallerInfo", "[AgentTool] public static string {M}(string a, [System.Runtime.CompilerServices.CallerMemberName] string b = \"none\") => a + b;", """{"a":"x"}"""),
        new("OptionalFirst", "[AgentTool] public static string {M}([Optional] int a, string b) => a + b;", """{"b":"x"}""", """{"a":1,"b":"x"}"""),
        new("ByReference", "[AgentTool] public static int {M}(ref int a) => a;", """{"a":1}"""),
        new("ByIn", "[AgentTool] public static int {M}(in int a) => a;", """{"a":1}"""),
        new("WithOut", "[AgentTool] public static int {M}(int a, out int b) => b = a;", """{"a":1}"""),
        new("SpanOf", "[AgentTool] public static int {M}(ReadOnlySpan<int> a) => a.Length;", """{"a":[1]}"""),
        new("OpenGeneric", "[AgentTool] public static string {M}<TItem>(TItem a) => \"\";", """{"a":1}"""),
        new("Progressed", "[AgentTool] public static string {M}(string a, IProgress<int>? progress = null) => a;", """{"a":"x"}"""),
        new("Ranged", "[AgentTool] public static int {M}([Range(1, 5)] int a, [Range(0.5, 1.5)] double b, [Range(1, 5, MinimumIsExclusive = true)] int c = 2) => a;", """{"a":1,"b":1}""", """{"a":9,"b":1}"""),
        new("Lengths", "[AgentTool] public static string {M}([StringLength(5, MinimumLength = 2)] string a, [MinLength(1)] string b, [MaxLength(3)] string c, [Length(1, 2)] string d) => a;", """{"a":"xx","b":"b","c":"c","d":"d"}""", """{"a":"x","b":"","c":"cccc","d":""}"""),
        new("Counts", "[AgentTool] public static int[] {M}([MinLength(1)] int[] a, [MaxLength(3)] List<int> b, [Length(1, 2)] int[] c) => a;", """{"a":[1],"b":[],"c":[1]}""", """{"a":[],"b":[1,2,3,4],"c":[]}"""),
        new("Patterned", "[AgentTool] public static string {M}([RegularExpression(\"^[a-z]+$\")] string a) => a;", """{"a":"abc"}""", """{"a":"ABC"}"""),
        new("Formatted", "[AgentTool] public static string {M}([EmailAddress] string a, [Url] string b, [Phone] string c, [CreditCard] string d, [Base64String] string e, [DataType(DataType.Date)] string f) => a;", """{"a":"a@b.c","b":"https://e.com","c":"1","d":"4111111111111111","e":"AQID","f":"2026-11-21"}""", """{"a":"a","b":"b","c":"c","d":"d","e":"?","f":"f"}"""),
        new("Allowed", "[AgentTool] public static string {M}([AllowedValues(\"a\", \"b\")] string a, [DeniedValues(\"x\")] string b, [AllowedValues(1, 2)] int c = 1) => a;", """{"a":"a","b":"b"}""", """{"a":"c","b":"x","c":3}"""),
        new("Demanded", "[AgentTool] public static string {M}([Required] string a, [Required] string? b = null, [Required] int? c = 3) => a;", """{"a":"a","b":"b","c":1}""", """{"a":"a"}""", """{"a":""}"""),
        new("DefaultedByAttribute", "[AgentTool] public static string {M}([DefaultValue(7)] int a, [DefaultValue(\"x\")] string b) => b + a;", """{"a":1,"b":"b"}""", "{}"),
        new("RangedDates", "[AgentTool] public static string {M}([Range(typeof(DateOnly), \"2026-01-01\", \"2026-12-31\")] DateOnly a) => a.ToString(\"O\");", """{"a":"2026-05-01"}""", """{"a":"2025-05-01"}"""),
        new("AnnotatedMembers", "public sealed class {M}Type { [Range(1, 5)] public int A { get; set; } = 2; [StringLength(3), Description(\"Short.\")] public string B { get; set; } = \"\"; [RegularExpression(\"x+\")] public string? C { get; set; } [Required] public string? D { get; set; } [AllowedValues(\"p\", \"q\")] public string E { get; set; } = \"p\"; [MinLength(1)] public int[] F { get; set; } = []; [DefaultValue(3)] public int G { get; set; } = 3; [Url] public string? H { get; set; } } [AgentTool] public static {M}Type {M}({M}Type a) => a;", """{"a":{"a":1,"b":"b","c":"xx","d":"d","e":"q","f":[1],"g":1,"h":"https://e.com"}}""", """{"a":{"a":9,"b":"bbbb","c":"y","e":"r","f":[]}}""", """{"a":{}}"""),
        new("SensitiveResult", "public sealed record {M}Type(string Name, [property: Sensitive] string Secret); [AgentTool] public static {M}Type {M}({M}Type a) => a;", """{"a":{"name":"n","secret":"s"}}"""),
    ];

    private static readonly Signature[] s_defaults =
    [
        new("DefaultLiterals", "[AgentTool] public static string {M}(int a = -1, long b = long.MaxValue, float c = 0.1f, double d = 1e30, decimal e = 1.50m, bool f = true, char g = '\"', string h = \"quote \\\" slash \\\\ é\", byte i = 255) => $\"{a} {b} {f} {g} {h} {i}\";", "{}"),
        new("DefaultNullables", "[AgentTool] public static string {M}(int? a = 3, bool? b = null, double? c = 2.5, DayOfWeek? d = DayOfWeek.Friday, DateTime? e = null, Guid f = default, decimal? g = 1.5m) => $\"{a} {b} {c} {d} {e} {f} {g}\";", "{}", """{"a":null,"b":null,"c":null,"d":null,"e":null}"""),
        new("DefaultOddNumbers", "[AgentTool] public static string {M}(double a = double.NaN, double b = double.PositiveInfinity, float c = float.Epsilon) => \"x\";", "{}"),
        new("DefaultOddEnums", "public enum {M}Type { Zero = 1, Two = 2 } [AgentTool] public static string {M}({M}Type a = default, {M}Type b = ({M}Type)9) => $\"{a}{b}\";", "{}"),
        new("DefaultStruct", "public struct {M}Type { public int A { get; set; } } [AgentTool] public static string {M}({M}Type a = default) => $\"{a.A}\";", "{}", """{"a":{"a":2}}"""),
    ];

    private static readonly Signature[] s_results =
    [
        new("ReturnsVoid", "[AgentTool] public static void {M}(int a) { }", """{"a":1}"""),
        new("ReturnsTask", "[AgentTool] public static Task {M}(int a) => Task.CompletedTask;", """{"a":1}"""),
        new("ReturnsValueTask", "[AgentTool] public static ValueTask {M}(int a) => default;", """{"a":1}"""),
        new("ReturnsTaskOfRecord", "public sealed record {M}Type(int X, string? Y); [AgentTool] public static async Task<{M}Type?> {M}(int a) { await Task.Yield(); return a == 0 ? null : new(a, null); }", """{"a":1}""", """{"a":0}"""),
        new("ReturnsValueTaskOfList", "[AgentTool] public static ValueTask<List<int>> {M}(int a) => new([a]);", """{"a":1}"""),
        new("ReturnsNull", "[AgentTool] public static string? {M}(int a) => null;", """{"a":1}"""),
        new("ReturnsLazy", "[AgentTool] public static IEnumerable<int> {M}(int a) { yield return a; yield return a + 1; }", """{"a":1}"""),
        new("ReturnsStream", "[AgentTool] public static async IAsyncEnumerable<int> {M}(int a) { await Task.Yield(); yield return a; }", """{"a":1}"""),
        new("ReturnsAnonymous", "[AgentTool] public static object {M}(int a) => new { A = a, B = new[] { 1 }, C = (string?)null };", """{"a":1}"""),
        new("ReturnsObject", "[AgentTool] public static object? {M}(int a) => a == 0 ? null : a == 1 ? \"text\" : a;", """{"a":0}""", """{"a":1}""", """{"a":2}"""),
        new("ReturnsDynamic", "[AgentTool] public static dynamic {M}(int a) => a;", """{"a":1}"""),
        new("ReturnsInterface", "public interface {M}Type { int A { get; } } public sealed record {M}Other(int A, int B) : {M}Type; [AgentTool] public static {M}Type {M}(int a) => new {M}Other(a, 2);", """{"a":1}"""),
        new("ReturnsBase", "public record {M}Type(int A); public sealed record {M}Other(int A, int B) : {M}Type(A); [AgentTool] public static {M}Type {M}(int a) => new {M}Other(a, 2);", """{"a":1}"""),
        new("ReturnsListOfRecords", "public sealed record {M}Type(int X); [AgentTool] public static IReadOnlyList<{M}Type> {M}(int a) => [new(a), new(a + 1)];", """{"a":1}"""),
        new("ReturnsTuple", "[AgentTool] public static (int Number, string Text) {M}(int a) => (a, \"x\");", """{"a":1}"""),
        new("ReturnsAnnotated", "public sealed class {M}Type { [Range(1, 5)] public int A { get; set; } = 9; [StringLength(3)] public string B { get; set; } = \"long\"; [RegularExpression(\"x+\")] public string C { get; set; } = \"c\"; [MinLength(1)] public int[] D { get; set; } = []; [EmailAddress] public string E { get; set; } = \"\"; }\n[AgentTool] public static {M}Type {M}() => new();", "{}"),
        new("ReturnsNaN", "[AgentTool] public static double {M}(int a) => a == 0 ? double.NaN : double.PositiveInfinity;", """{"a":0}""", """{"a":1}"""),
        new("ReturnsDates", "[AgentTool] public static DateTime {M}(int a) => new(2026, 11, 21, 9, 0, 0, a == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified);", """{"a":0}""", """{"a":1}"""),
        new("ReturnsUnnamedEnum", "[AgentTool] public static DayOfWeek {M}(int a) => (DayOfWeek)a;", """{"a":1}""", """{"a":9}"""),
        new("ReturnsException", "[AgentTool] public static string {M}(int a) => throw new InvalidOperationException(\"no\");", """{"a":1}"""),
        new("ReturnsElement", "[AgentTool] public static JsonElement {M}(JsonElement a) => a;", """{"a":{"z":1,"a":[1.0,null]}}"""),
    ];
}
