using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>What the generator decides for the calls in random bodies, by way of short ones, against the decision in the whole.</summary>
public sealed class RandomBodyTests
{
    private const int Bodies = 300;

    [Fact]
    public void Calls_are_decided_as_in_the_whole_body()
    {
        var random = new Random(20261130);
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = Source.Compile([("Tools.cs", Source.Usings + Declarations), .. Enumerable.Range(0, Bodies).Select(n => ($"P{n}.cs", Program(n, random)))]);
        var wrong = compilation.GetDiagnostics(cancellation).Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(static d => d.Location.SourceTree).ToHashSet();
        var sources = Discovery.Sources(compilation, new Settings(Source.ProjectDirectory, null), cancellation);
        var (valid, shortened) = (0, 0);
        foreach (var file in sources.Files.Where(f => !wrong.Contains(f.Tree)))
        {
            var model = compilation.GetSemanticModel(file.Tree);
            var expected = file.Tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>()
                .OrderBy(static i => i.SpanStart).ThenBy(static i => i.Span.Length)
                .Select(i => (Call: i, Decision: CallSites.Decide(i, model, hasEqualFile: false, cancellation)))
                .Where(static d => d.Decision is not null)
                .Select(d => Describe(d.Call, model, d.Decision!));

            var decided = CallBinder.Decide(file, sources, cancellation).ToList();

            Assert.Equal(expected, decided.Select(static d => Describe(d.Call, d.Model, d.Decision)));
            valid++;
            shortened += decided.Any(d => d.Call.SyntaxTree != file.Tree) ? 1 : 0;
        }

        Assert.True(valid >= Bodies / 4, $"{valid} bodies that compile are too few.");
        Assert.True(shortened >= valid / 2, $"{shortened} bodies of {valid} with a call that was bound in a short one are too few.");
    }

    private static string Describe(InvocationExpressionSyntax call, SemanticModel model, CallDecision decision) =>
        $"{Meaning.Of(call, model)}\n{decision.Target.ToDisplayString()} {decision.Refusal} {decision.HasOwnShape} {call}";

    private static string Program(int n, Random random) =>
        $"{Source.Usings}public class P{n} : Fields {{ public int Run(object o) {{ var sum = 0;\n{RandomBody.Of(random)}\nreturn sum; }} }}";

    private const string Declarations = """
        public class Other { public void OnlyOther() { } [AgentTool] public int Find(int n) => n; [AgentTool] public int Find(object o) => 1; }
        public class Tools : IDisposable
        {
            [AgentTool] public int Find(int n) => n;
            [AgentTool] public int Find(object o) => 1;
            public void Dispose() { }
        }
        public class Wide { [AgentTool] public int Find(int n) => n; [AgentTool] public int Find(object o) => 1; }
        public class Narrow : Wide { [AgentTool] public new int Find(int n) => n; [AgentTool] public new int Find(object o) => 1; }
        public class Hidden { [AgentTool] public int Find(object o) => 1; public void OnlyOther() { } }
        public class Fields
        {
            protected Hidden x = new(), a = new(), b = new(), c = new();
            protected Tools d = new(), e = new();
            protected static void Filler(params object[] all) { }
            protected static void Give(out Tools t) => t = new();
            protected static (Tools, int) Two() => default;
            protected static Tools[] Many() => [];
            protected static T Infer<T>(Func<T> make) => make();
            protected static Narrow Narrowed(int n) => new();
            protected static int Count(int n) => n;
            protected static void Pick(Action<Tools> a) { }
            protected static void Pick(Action<Other> a) { }
        }
        """;
}
