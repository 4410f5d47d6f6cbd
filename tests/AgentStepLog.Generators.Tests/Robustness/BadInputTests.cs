using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Robustness;

/// <summary>Code that does not compile, lacks what it refers to, or takes our names: no crash, and what can be recorded is.</summary>
public sealed class BadInputTests
{
    private const string Good = "public class Good { [AgentTool] public int Find(string name) => 1; public int Use() => Find(\"a\"); }";

    [Theory]
    [InlineData("duplicate attribute", "public class Bad { [AgentTool, AgentTool] public int M(int n) => n; public int Use() => M(1); }")]
    [InlineData("unknown parameter type", "public class Bad { [AgentTool] public int M(Missing n) => 1; public int Use() => M(null); }")]
    [InlineData("unknown result type", "public class Bad { [AgentTool] public Task<Missing> M(int n) => null; public object Use() => M(1); }")]
    [InlineData("unknown base type", "public class Bad : Missing { [AgentTool] public override int M(int n) => 1; public int Use() => M(1); }")]
    [InlineData("unknown attribute argument", "public class Bad { [AgentTool(Nmae = \"x\")] public int M(int n) => 1; public int Use() => M(1); }")]
    [InlineData("attribute argument of a wrong type", "public class Bad { [AgentTool(Name = 7)] public int M(int n) => 1; public int Use() => M(1); }")]
    [InlineData("body with an error", "public class Bad { [AgentTool] public int M(int n) => missing + n; public int Use() => M(1); }")]
    [InlineData("call with wrong arguments", "public class Bad { [AgentTool] public int M(int n) => n; public int Use() => M(\"text\", 2); }")]
    [InlineData("two methods of one signature", "public class Bad { [AgentTool] public int M(int n) => n; [AgentTool] public int M(int n) => n; public int Use() => M(1); }")]
    [InlineData("two types of one name", "public class Bad { [AgentTool] public int M(int n) => n; } public class Bad { [AgentTool] public int M(int n) => n; }")]
    [InlineData("parameters of one name", "public class Bad { [AgentTool] public int M(int n, int n) => 1; public int Use() => M(1, 2); }")]
    [InlineData("parameter without a name", "public class Bad { [AgentTool] public int M(int) => 1; public int Use() => M(1); }")]
    [InlineData("circular base types", "public class Bad : Worse { [AgentTool] public int M(int n) => n; } public class Worse : Bad { }")]
    [InlineData("circular constraint", "public class Bad { [AgentTool] public int M<T, U>(T t) where T : U where U : T => 1; public int Use() => M<int, int>(1); }")]
    [InlineData("log class that is not partial", "[StepLog] public class BadLog { }")]
    [InlineData("log class of unknown types", "[StepLog(typeof(Missing))] public partial class BadLog { }")]
    [InlineData("attribute on what cannot bear it", "[AgentTool] public class Bad { [AgentTool] public int P { get; set; } [AgentTool] int f; }")]
    [InlineData("partial method with two bodies", "public partial class Bad { [AgentTool] public partial int M(int n); public partial int M(int n) => 1; public partial int M(int n) => 2; }")]
    public void What_is_broken_takes_nothing_else_away(string what, string bad)
    {
        var generated = Generated.From(Source.Compile(("Bad.cs", Source.Usings + bad), ("Good.cs", Source.Usings + Good)));

        Assert.True(generated.HintNames.Contains("Good.Interceptors.g.cs"), what);
        Assert.True(generated.HintNames.Contains("Surf_Good.g.cs"), what);
        var ours = generated.Output.SyntaxTrees.Where(static t => t.FilePath.Contains("Good", StringComparison.Ordinal)).ToHashSet();
        Assert.DoesNotContain(
            generated.Output.GetDiagnostics(TestContext.Current.CancellationToken),
            d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree is { } tree && ours.Contains(tree));
    }

    [Fact]
    public void Collections_of_themselves_and_of_ever_larger_types_are_opaque_below() =>
        Generated.From(Source.Compile(Source.Usings + """
            public class Row : List<Row>;
            public class Map : Dictionary<string, Map>;
            public class Ever<T> : List<Ever<List<T>>>;
            public class Left : List<Right>;
            public class Right : List<Left> { public int Count2 => 1; }
            public record Held(Row Row, Map Map, List<List<Held>> All);
            public class Tools
            {
                [AgentTool] public Row A(Row row, Map map, Left left, Held held) => row;
                [AgentTool] public Ever<int> B<T>(Ever<T> open, Ever<string> closed) => [];
                [LlmCall] public Row Ask(Map map) => [];
                public void Use() { A([], [], [], new([], [], [])); B<int>([], []); Ask([]); }
            }
            [StepLog] public partial class Log;
            """)).Compiles();

    [Fact]
    public void Code_without_any_reference_is_no_reason_to_crash()
    {
        var compilation = Source.Compile(("Good.cs", Source.Usings + Good));

        Generated.From(compilation.WithReferences());
        Generated.From(compilation.WithReferences(compilation.References.Where(static r => !r.Display!.EndsWith("AgentStepLog.dll", StringComparison.Ordinal))));
        Generated.From(compilation.WithReferences(compilation.References.Where(static r => !r.Display!.Contains("Collections", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("public class System { } public class StepLog { } public class AgentStepLog { } public class Task { } public class Action { } public class Exception { }")]
    [InlineData("public class Capture { } public class Generated { } public class StepScope { } public class CallOrigin { } public class CaptureWriter { }")]
    [InlineData("public class GeneratedCode { } public class Interceptors { } public class ValueWriters { } public class GoodAgentTools_ { }")]
    public async Task Types_of_the_user_that_bear_known_names_hide_nothing(string types) =>
        await Generated.From(Source.Compile(
            ("Good.cs", Source.Usings.Replace("using AgentStepLog;", "using AgentStepLog; using Tool = AgentStepLog.AgentToolAttribute;", StringComparison.Ordinal)
                + types + Good.Replace("[AgentTool]", "[Tool]", StringComparison.Ordinal)))).Compiles().HasNoHoles();

    [Fact]
    public async Task Types_in_our_own_namespace_of_generated_code_collide_with_nothing() =>
        await Generated.From(Source.Compile(
            ("Good.cs", Source.Usings + Good),
            ("Ours.cs", "namespace AgentStepLog.Generated { internal static class Mine { } internal class Interceptors { } internal static class Surf { } }"))).Compiles().HasNoHoles();
}
