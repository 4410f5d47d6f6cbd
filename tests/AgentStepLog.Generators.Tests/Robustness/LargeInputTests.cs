using System.Text;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Robustness;

/// <summary>More than anybody writes by hand.</summary>
public sealed class LargeInputTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void Literals_names_and_comments_of_a_million_characters()
    {
        var text = new string('x', Million);
        var generated = Generated.From(Source.Compile(Source.Usings + $$"""
            public class Tools
            {
                /// <summary>{{text}}</summary>
                [AgentTool(Description = "{{text}}")]
                public string Echo(string value = "{{text}}") => value + "{{text}}";
                public string Use() => Echo("{{text}}");
            }
            """)).Compiles();

        Assert.Matches("string Echo_[0-9a-f]{8}[(]", generated["Program.Interceptors.g.cs"]);
    }

    [Fact]
    public void Two_thousand_annotated_methods_are_all_wired_and_none_is_dropped()
    {
        const int Count = 2_000;
        var tools = new StringBuilder(Source.Usings).Append("public class Tools {\n");
        var calls = new StringBuilder(Source.Usings).Append("public class Calls { public int Use(Tools t) { var sum = 0;\n");
        for (var i = 0; i < Count; i++)
        {
            tools.Append(Invariant($"[AgentTool] public int M{i}(string name, int count) => count;\n"));
            calls.Append(Invariant($"sum += t.M{i}(\"a\", {i});\n"));
        }

        var generated = Generated.From(Source.Compile(("Tools.cs", tools.Append('}').ToString()), ("Calls.cs", calls.Append("return sum; } }").ToString()))).Compiles();

        var interceptors = generated.Sources.Single(static s => s.HintName == "Calls.Interceptors.g.cs").SyntaxTree.GetRoot(TestContext.Current.CancellationToken);
        Assert.Equal(Count, interceptors.DescendantNodes().OfType<MethodDeclarationSyntax>().Count());
        Assert.Contains("Tool_M1999(self)", generated["Surf_Tools.AgentTools.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Expression_a_thousand_calls_deep()
    {
        var call = new StringBuilder("1");
        for (var i = 0; i < 1_000; i++)
        {
            call.Insert(0, "M(").Append(')');
        }

        Generated.From(Source.Compile(Source.Usings + $"public class Tools {{ [AgentTool] public int M(int n) => n; public int Use() => {call}; }}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
