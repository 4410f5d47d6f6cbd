namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>Where types stand. What goes in comes back, so that each position is one of results too.</summary>
internal static class Positions
{
    public static readonly IReadOnlyList<Position> All =
    [
        new("Parameter", "[AgentTool] public static {T} {M}({T} a) => a;", "{v}", true, "{}", """{"a":null}"""),
        new("Nullable", "[AgentTool] public static {T}? {M}({T}? a) => a;", "{v}", true, "{}", """{"a":null}"""),
        new("Default", "[AgentTool] public static {T} {M}({T} a = {D}) => a;", "{v}", false, "{}"),
        new("NullDefault", "[AgentTool] public static {T}? {M}({T}? a = null) => a;", "{v}", false, "{}", """{"a":null}"""),
        new("Awaited", "[AgentTool] public static async Task<{T}> {M}({T} a, CancellationToken cancellationToken) { await Task.Yield(); return a; }", "{v}", false),
        new("Property", "public sealed class {M}Type { public {T} Value { get; set; } = default!; } [AgentTool] public static {M}Type {M}({M}Type a) => a;", """{"value":{v}}""", true, """{"a":{}}""", """{"a":{"value":null}}"""),
        new("NullableProperty", "public sealed class {M}Type { public {T}? Value { get; set; } } [AgentTool] public static {M}Type {M}({M}Type a) => a;", """{"value":{v}}""", false, """{"a":{}}""", """{"a":{"value":null}}"""),
        new("RecordParameter", "public sealed record {M}Type({T} Value); [AgentTool] public static {M}Type {M}({M}Type a) => a;", """{"value":{v}}""", false, """{"a":{}}"""),
        new("RecordDefault", "public sealed record {M}Type({T} Value = {D}); [AgentTool] public static {M}Type {M}({M}Type a) => a;", """{"value":{v}}""", false, """{"a":{}}"""),
        new("Item", "[AgentTool] public static List<{T}> {M}(List<{T}> a) => a;", "[{v}]", true, """{"a":[]}""", """{"a":[{v},{v}]}""", """{"a":[null]}"""),
        new("NullableItem", "[AgentTool] public static {T}?[] {M}({T}?[] a) => a;", "[{v}]", false, """{"a":[null]}"""),
        new("Value", "[AgentTool] public static Dictionary<string, {T}> {M}(Dictionary<string, {T}> a) => a;", """{"k":{v}}""", true, """{"a":{}}""", """{"a":{"k":null}}"""),
    ];
}
