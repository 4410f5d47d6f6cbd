namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Every kind of parameter, and every way to hand an argument over.</summary>
internal static class ParameterKinds
{
    private const string Common = "\"mode\":\"{mode}\",\"q\":\"wave\"";

    public static readonly ParameterKind Plain = new("plain", "Ending mode, string q", "mode, \"wave\"", "mode, q", Common);

    public static readonly IReadOnlyList<ParameterKind> All =
    [
        With("ref", "ref int x", "ref x", "ref x", ",\"x\":1") with { Setup = "var x = 1; ", Before = "x++; ", Seen = "Work.Saw(x);", Outputs = "\"x\":2" },
        With("out", "out int x", "out var x", "out x", "") with { Before = "x = 2; ", Seen = "Work.Saw(x);", Outputs = "\"x\":2" },
        With("in", "in int x", "in x", "in x", ",\"x\":1") with { Setup = "var x = 1; " },
        With("in, by value", "in int x", "1", "in x", ",\"x\":1"),
        With("ref readonly", "ref readonly int x", "in x", "in x", ",\"x\":1") with { Setup = "var x = 1; " },
        With("params array", "params int[] x", "1, 2", "x", ",\"x\":[1,2]"),
        With("params array, none", "params int[] x", "", "x", ",\"x\":[]"),
        With("params array, as such", "params int[] x", "new[] { 1 }", "x", ",\"x\":[1]"),
        With("params span", "params ReadOnlySpan<int> x", "1, 2", "x", ",\"x\":[1,2]"),
        With("params collection", "params List<int> x", "1, 2", "x", ",\"x\":[1,2]"),
        With("span", "Span<int> x", "new[] { 1, 2 }", "x", ",\"x\":[1,2]"),
        With("scoped span", "scoped ReadOnlySpan<int> x", "stackalloc[] { 1, 2 }", "x", ",\"x\":[1,2]"),
        With("optional, left out", "int x = 5", "", "x", ",\"x\":5"),
        With("optional, given", "int x = 5", "6", "x", ",\"x\":6"),
        With("optional enum", "DayOfWeek x = DayOfWeek.Friday", "", "x", ",\"x\":\"Friday\""),
        Plain with { Name = "named, out of order", Arguments = "q: Text.Of(\"wave\"), mode: mode" },
        With("caller info", "[System.Runtime.CompilerServices.CallerMemberName] string x = \"\"", "", "x", ",\"x\":\"R_direct\""),
        With("caller expression", "[System.Runtime.CompilerServices.CallerArgumentExpression(nameof(q))] string x = \"\"", "", "x", ",\"x\":\"\\u0022wave\\u0022\""),
        With("tuple", "(int A, string B) x", "(1, \"b\")", "x", ",\"x\":{\"a\":1,\"b\":\"b\"}"),
        With("nullable value", "int? x", "null", "x", ",\"x\":null"),
        With("nullable reference", "string? x", "null", "x", ",\"x\":null"),
        With("record", "Text x", "new Text(\"t\")", "x", ",\"x\":{\"value\":\"t\"}"),
        With("delegate", "Func<int>? x", "static () => 1", "x", ""),
        With("dynamic", "dynamic x", "(object)1", "x", ",\"x\":1"),
        With("pointer", "int* x", "null", "x", ",\"x\":\"*\"") with { IsUnsafe = true },
        With("ref struct", "OnStack x", "default(OnStack)", "x", ",\"x\":\"*\""),
        With("CancellationToken last", "CancellationToken x", "CancellationToken.None", "x", ""),
        Plain with { Name = "CancellationToken first", Parameters = "CancellationToken x, Ending mode, string q", Arguments = "default, mode, \"wave\"", Forwarded = "x, mode, q" },
        With("escaped name", "string @class", "\"c\"", "@class", ",\"class\":\"c\""),
        With("unicode name", "string größe", "\"g\"", "größe", ",\"größe\":\"g\""),
        With("names of generated locals", "int self, int scope, int outer, int result, int origin", "1, 2, 3, 4, 5", "self, scope, outer, result, origin", ",\"self\":1,\"scope\":2,\"outer\":3,\"result\":4,\"origin\":5"),
        With("[Sensitive]", "[Sensitive] string x", "\"secret\"", "x", ",\"x\":\"[redacted:sensitive]\""),
    ];

    private static ParameterKind With(string name, string parameter, string argument, string forwarded, string input) => new(
        name,
        $"{Plain.Parameters}, {parameter}",
        argument.Length == 0 ? Plain.Arguments : $"{Plain.Arguments}, {argument}",
        $"{Plain.Forwarded}, {forwarded}",
        Common + input);
}
