using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>Calls are found by their names in the text: the same ones as by a walk through all nodes.</summary>
public sealed class InvocationTests
{
    private static readonly Candidates s_names = new(["Find", "Zählen", "event"], []);

    [Theory]
    [InlineData("t.Find(1);", 1)]
    [InlineData("Find(1); this.Find(2); t?.Find(3); a?.b.Find(4); global::T.Find(5);", 5)]
    [InlineData("t.Find<int>(1); t.Find<List<int>>(2);", 2)]
    [InlineData("t.Find (1); t.Find\n(2); t.Find /* why */ (3); t.Find // why\n (4);", 4)]
    [InlineData("t.Find\n#if X\n#endif\n(1);", 1)]
    [InlineData("@Find(1); t.@Find(2); t.@event(3);", 3)]
    [InlineData("t.\\u0046ind(1); t.F\\U00000069nd(2);", 2)]
    [InlineData("t.Fi\u200Cnd(1);", 1)]
    [InlineData("t.Find\u001A(1); t.Find\u00A0(2); t.Find\u3000\u2028(3);", 3)]
    [InlineData("t.Find\uFEFF(1);", 1)]
    [InlineData("t.Zählen(1);", 1)]
    [InlineData("var s = $\"{t.Find(1)} Find(2) {{Find(3)}} {t.Find($\"{Find(4)}\")}\";", 3)]
    [InlineData("var s = \"Find(1)\"; // Find(2)\n/* Find(3) */ var r = @\"Find(4)\"; var c = \"\"\" Find(5) \"\"\";", 0)]
    [InlineData("Find(Find(Find(1)).Find(2));", 4)]
    [InlineData("var f = t.Find; Find.X(1); t.Find!(2); (t.Find)(3); Finding(4); Find[5](6); global::Find(7);", 0)]
    [InlineData("var n = nameof(Find); int Find(int x) => x; Find(1);", 1)]
    [InlineData("\n#if NEVER\nFind(1);\n#endif\nFind(2);", 1)]
    [InlineData("Func<int> f = () => { return Find(1); }; var q = from x in xs where Find(x) select Find(x);", 3)]
    [InlineData("Find(1", 1)]
    [InlineData("t.Find(", 1)]
    public void In_a_body(string body, int expected) => Same($"class C {{ int _f = Find(0); void M() {{ {body} }} }}", expected + 1);

    [Fact]
    public void Outside_of_bodies() =>
        Same("[A(Find(1))] class C(int n = Find(2)) : B(Find(3)) { int P { get; } = Find(4); int Q => Find(5); C() : this(Find(6)) { } } Find(7);", 7);

    [Fact]
    public void Where_one_part_of_the_text_is_read_after_the_other()
    {
        for (var length = 4060; length < 4110; length++)
        {
            Same($"/*{new string('x', length)}*/ class C {{ void M() {{ t.Find /**/ (1); t.\\u0046ind(2); }} }}", 2);
            Same($"/*{new string('x', length)}*/ class C {{ void M() {{ t.Find /**/ (1); }} }}", 1);
        }
    }

    private static void Same(string text, int expected)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text), Source.ParseOptions(), cancellationToken: TestContext.Current.CancellationToken);
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        var walked = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static i => Invocations.Name(i.Expression) is { } name && s_names.Methods.Contains(name.Identifier.ValueText));

        var found = Invocations.Of(root, TreeFacts.Of(tree, TestContext.Current.CancellationToken).Calls, s_names);

        Assert.Equal(walked.OrderBy(static i => i.SpanStart).ThenBy(static i => i.Span.Length), found);
        Assert.Equal(expected, found.Count);
    }
}
