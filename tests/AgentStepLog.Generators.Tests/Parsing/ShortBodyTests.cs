using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>Calls in a long body are bound in a short one, and mean there what they mean in the whole.</summary>
public sealed class ShortBodyTests
{
    private static readonly string s_filler = string.Concat(Enumerable.Repeat("Filler(1, new { X = 2 }, () => 3);\n", 20));

    /// <summary>FILL stands for statements that say nothing of the others.</summary>
    public static TheoryData<string> Bodies => new(
        "FILL t.Find(1); FILL",
        "var x = new Tools(); FILL x.Find(1);",
        "Give(out var x); FILL x.Find(1);",
        "if (!(o is Tools x)) { return; } FILL x.Find(1);",
        "if (Wrong(out Tools x)) { FILL } FILL x.Find(1);",
        "(Tools a, var b) = Two(); FILL a.Find(b);",
        "var (a, b) = Two(); FILL a.Find(b);",
        "Tools a; int b; (a, b) = Two(); FILL a.Find(b);",
        "FILL foreach (var x in new[] { t }) { FILL x.Find(1); FILL } FILL",
        "FILL try { FILL t.Find(1); } catch (Exception e) when (e is ArgumentException) { FILL t.Count(2); } finally { FILL }",
        "FILL int L(Tools x) { FILL return x.Find(1); } FILL L(t);",
        "FILL Func<Tools, int> f = x => { FILL return x.Find(1); }; FILL",
        "FILL Pick(x => { x.Find(1).ToString(); FILL; }); FILL",
        "FILL Pick(x => { x.OnlyOther(); t.Find(x); }); FILL",
        "var x = new Tools(); FILL Func<int> f = () => { x = new(); FILL return x.Find(1); }; FILL",
        "FILL Func<int> f = () => { if (o is Tools x) { return x.Find(1); } FILL return a.Find(2); }; FILL",
        "FILL Pick(p => { var x = p; x.OnlyOther(); FILL a.Find(x); }); FILL",
        "var r = Infer(() => { FILL if (Wrong(t)) { return new Wide(); } return Narrowed(t.Find(1)); }); FILL r.Find(2);",
        "FILL Pick(p => { p.OnlyOther(); FILL p.Find(1); }); Pick(p => { p.Dispose(); FILL p.Find(1); });",
        "if (!(5is int n && o is Tools x)) { throw new Exception(); } FILL x.Find(n);",
        "FILL foreach (var x in new[] { t }) { FILL } x.Find(1);",
        "FILL System.Linq.Expressions.Expression<Func<int>> e = () => t.Find(1); FILL",
        "FILL dynamic d = 1; FILL t.Find(d); FILL",
        "FILL var q = from n in new[] { 1 } let x = t select x.Find(n); FILL",
        "FILL base.Over(1); FILL this.Over(2); Over(3);",
        "const int n = 1; FILL switch (o) { case Tools x: FILL x.Find(n); break; }",
        "using var x = Open(); FILL x.Find(1);",
        "label: FILL t.Find(1); FILL goto label;",
        "FILL Missing(t.Find(1)); FILL t.Find(missing);",
        "static int T<V>(V v) where V : Tools { FILL return v.Find(1); } FILL T(t);");

    private static (SourceFile File, Sources Sources) Compile(string body, string end = "} }")
    {
        var compilation = Source.Compile(Source.Usings + $$"""
            public class Other { public void OnlyOther() { } [AgentTool] public int Find(int n) => n; }
            public class Wide { [AgentTool] public int Find(int n) => n; }
            public class Narrow : Wide { [AgentTool] public new int Find(int n) => n; }
            public class Tools : IDisposable
            {
                [AgentTool] public int Find(int n) => n;
                [AgentTool] public int Find(Other o) => 1;
                [AgentTool] public int Count(int n) => n;
                public void Dispose() { }
            }
            public class Above { [AgentTool] public virtual int Over(int n) => n; }
            public class Hidden { [AgentTool] public int Find(object o) => 1; }
            public partial class Program : Above
            {
                Hidden x = new(), a = new();
                static void Filler(params object[] all) { }
                static void Give(out Tools t) => t = new();
                static bool Wrong(out Tools t) { t = new(); return false; }
                static (Tools, int) Two() => default;
                static bool Wrong(Tools t) => false;
                static Tools Open() => new();
                static T Infer<T>(Func<T> make) => make();
                static Narrow Narrowed(int n) => new();
                static void Pick(Action<Tools> a) { }
                static void Pick(Action<Other> a) { }
                public void Run(Tools t, object o) { {{body.Replace("FILL", s_filler, StringComparison.Ordinal)}}{{end}}
            """);
        var sources = Discovery.Sources(compilation, new Settings(Source.ProjectDirectory, null), TestContext.Current.CancellationToken);
        return (Assert.Single(sources.Files), sources);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Decides_as_the_whole_body_does(string body) => Same(Compile(body));

    [Fact]
    public void Names_member_and_place_as_the_whole_body_does()
    {
        var (file, sources) = Compile("FILL t.Find(1); FILL int L() { FILL return t.Find(2); }");
        var call = Assert.IsType<BoundCalls>(Discovery.Calls(file, sources, TestContext.Current.CancellationToken)).File.Calls;

        Assert.All(call, static c => Assert.Equal("Program.Run", c.Member));
        Assert.Equal(["Program.cs", "Program.cs"], call.Select(static c => c.File));
        var lines = file.Tree.ToString().Split('\n');
        Assert.Equal(["t.Find(1)", "t.Find(2)"], call.Select(c => lines[c.Line - 1]).Select(static l => l[l.IndexOf("t.Find", StringComparison.Ordinal)..][..9]));
    }

    [Theory]
    [InlineData("FILL t.Find(1); } void Later(int n = x.Find(2)) { FILL x.Find(3);")]
    [InlineData("FILL t.Find(1); } [Obsolete(x.Find(2))] void Later() { FILL x.Find(3);")]
    [InlineData("FILL t.Find(1); FILL v")]
    [InlineData("FILL t.Find(1); FILL if (")]
    [InlineData("FILL t.Find(1")]
    public void Half_typed_code_is_bound_to_its_end(string body) => Same(Compile(body, end: ""));

    [Theory]
    [InlineData("FILL t.Find(1); FILL", true)]
    [InlineData("FILL foreach (var x in new[] { t }) { FILL x.Find(1); }", true)]
    [InlineData("t.Find(1); Filler(1);", false)]
    [InlineData("FILL\n#nullable disable\nt.Find(1); FILL", false)]
    public void Is_made_where_it_saves_something_and_can_be(string body, bool expected)
    {
        var (file, sources) = Compile(body);

        Assert.All(CallBinder.Decide(file, sources, TestContext.Current.CancellationToken), d => Assert.Equal(expected, d.Written.Body is not null && d.Call.SyntaxTree != file.Tree));
    }

    private static void Same((SourceFile File, Sources Sources) compiled)
    {
        var (file, sources) = compiled;
        var model = sources.Compilation.GetSemanticModel(file.Tree);
        var expected = file.Tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .OrderBy(static i => i.SpanStart).ThenBy(static i => i.Span.Length)
            .Select(i => (Call: i.ToString(), Decision: CallSites.Decide(i, model, hasEqualFile: false, TestContext.Current.CancellationToken)))
            .Where(static d => d.Decision is not null)
            .Select(static d => (d.Call, d.Decision!.Target.ToDisplayString(), d.Decision.Refusal, d.Decision.BaseCaller?.Name));

        var decided = CallBinder.Decide(file, sources, TestContext.Current.CancellationToken)
            .Select(static d => (d.Call.ToString(), d.Decision.Target.ToDisplayString(), d.Decision.Refusal, d.Decision.BaseCaller?.Name));

        Assert.Equal(expected, decided);
        Assert.NotEmpty(expected);
    }
}
