using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Annotated in a referenced assembly, called here: as an assembly file gives it, and as a project open in the same editor does.</summary>
public sealed class ReferenceTests
{
    private const string Tools = """
        public class Tools
        {
            [AgentTool] public int M(int x) => x;
            [AgentTool] public static int S(int x) => x;
            [AgentTool] internal int I(int x) => x;
            [AgentTool] protected int P(int x) => x;
            [AgentTool] private int Q(int x) => M(x);
        }

        """;

    [Theory]
    [InlineData("public class T { [AgentTool] public string M(string a, int n = 3, params int[] rest) => a; }", "object Use(T t) => t./**/M(n: 1, a: \"\");")]
    [InlineData("public class T { [AgentTool] public int M(int x) => x; [AgentTool] public int M(string x) => 1; }", "object Use(T t) => t.M(1) + t./**/M(\"\");")]
    [InlineData("public interface T { [AgentTool] Task<int> MAsync(int x, CancellationToken token); }", "object Use(T t) => t./**/MAsync(1, default);")]
    [InlineData("public static class X { [AgentTool] public static int E(this string s, int n) => n; }", "object Use(string s) => s./**/E(1) + X.E(s, 2);")]
    [InlineData("public class T { [Obsolete(\"no\")] [AgentTool] public int M() => 1; }", "[Obsolete] object Use(T t) => t./**/M();")]
    [InlineData("public class T { [Experimental(\"E1\")] [AgentTool] public int M() => 1; }", "\n#pragma warning disable E1\nobject Use(T t) => t./**/M();")]
    [InlineData("public record Login(string User, [Sensitive] string Password); public class T { [AgentTool] public Login M(Login l, [Sensitive(\"key\")] string k) => l; }", "object Use(T t) => t./**/M(new(\"\", \"\"), \"\");")]
    [InlineData("public enum Mood { Calm, Wild } public class T { [AgentTool] public (Mood A, string? B) M(Mood? m, List<(int X, int Y)> l) => (Mood.Calm, null); }", "object Use(T t) => t./**/M(null, []).B!;")]
    [InlineData("public struct T { int _n; [AgentTool] public int M() => _n++; [AgentTool] public readonly int R() => _n; }", "object Use(ref T t) => t./**/M() + t.R();")]
    [InlineData("public class T<A> { [AgentTool] public B M<B>(A a, B b) where B : class => b; }", "object Use(T<int> t) => t./**/M(1, \"\");")]
    [InlineData("public class T { [AgentTool] public bool M(ref int a, out string b, in DateTime c) { b = \"\"; return true; } }", "object Use(T t, int n) => t./**/M(ref n, out _, DateTime.Now);")]
    [InlineData("public class T { [AgentTool] public async IAsyncEnumerable<string> M([EnumeratorCancellation] CancellationToken c = default) { await Task.Yield(); yield return \"\"; } }", "object Use(T t) => t./**/M();")]
    [InlineData("public class T { [AgentTool] public int M(ReadOnlySpan<char> s) => s.Length; }", "object Use(T t) => t./**/M(\"abc\");")]
    [InlineData("public class T { public virtual int Other() => 1; [AgentTool] public virtual object M() => 1; }", "object Use(V v) => v./**/M(); } partial class V : T { public override string M() => (string)base.M();")]
    [InlineData("public class B { [AgentTool] public virtual int M() => 1; } public class T : B { public override int M() => 2; }", "object Use(T t) => t./**/M();")]
    [InlineData("public class T { [AgentTool] protected int M() => 1; }", "class V : T { object Use() => /**/M(); }")]
    [InlineData("public class @class { [AgentTool] public int @int(int @for) => 1; }", "object Use(@class t) => t./**/@int(1);")]
    [InlineData("public class T { [AgentTool] public static int Main(string[] args) => 1; public class In { [LlmCall] public string M(string p) => p; } }", "object Use(T.In t) => t./**/M(\"\") + T.Main([]);")]
    public void Call_is_intercepted_and_its_wrapper_stands_here(string library, string use)
    {
        foreach (var reference in References(Source.Usings + library))
        {
            var compilation = Project("partial class U { " + use + " }", reference);

            Assert.True(Decide(compilation)?.IsRecorded);
            var generated = Generated.From(compilation).Compiles();
            Assert.Contains("InterceptsLocation(1, ", generated["Program.Interceptors.g.cs"], StringComparison.Ordinal);
            Assert.Contains(generated.HintNames, h => h.Contains("_Called_", StringComparison.Ordinal));
            Assert.DoesNotContain(generated.HintNames, h => h.Contains("AgentTools", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Wrappers_of_a_file_and_of_an_open_project_are_the_same()
    {
        var texts = References(Source.Usings + Tools)
            .Select(r => Generated.From(Project("class U { int Use(Tools t) => t.M(1) + Tools.S(2); }", r)).Compiles().Text());

        Assert.Single(texts.Distinct());
    }

    [Fact]
    public void Only_the_methods_that_are_called_are_wrapped()
    {
        var generated = Generated.From(Project("class U { int Use(Tools t) => t.M(1); }", References(Source.Usings + Tools)[0]));

        var wrappers = generated.Text(h => h.Contains("_Called_", StringComparison.Ordinal));
        Assert.Contains("Surf.Tools.M", wrappers, StringComparison.Ordinal);
        Assert.DoesNotContain("Surf.Tools.S", wrappers, StringComparison.Ordinal);
    }

    [Fact]
    public void Assembly_that_was_built_with_the_package_and_shows_its_internals_is_no_conflict()
    {
        var sources = Library(Source.Usings.Replace("namespace Surf;", "[assembly: InternalsVisibleTo(\"Project\")]\nnamespace Surf;", StringComparison.Ordinal)
            + Tools + "public record Spot(string Name); public class More { [AgentTool] public Spot Find(Spot s) => s; }");
        var built = Generated.From(sources).Compiles().Output;
        foreach (var reference in References(built))
        {
            Generated.From(Project(
                "class U { object Use(Tools t, More m) => t.M(1) + t./**/I(2) + m.Find(new(\"\")).Name; [AgentTool] public Spot Own(Spot s) => s; object Call() => Own(new(\"\")); }",
                reference)).Compiles();
        }
    }

    [Fact]
    public void Assembly_that_is_experimental_as_a_whole_warns_the_user_alone()
    {
        foreach (var reference in References(Source.Usings.Replace("namespace Surf;", "[assembly: Experimental(\"E9\")]\nnamespace Surf;", StringComparison.Ordinal) + Tools))
        {
            Generated.From(Project("\n#pragma warning disable E9\nclass U { int Use(Tools t) => t.M(1); }", reference)).Compiles();
        }
    }

    [Fact]
    public void Method_that_records_itself_is_left_alone()
    {
        const string Owned = "namespace Surf { public class T { [AgentStepLog.AgentTool, AgentStepLog.CompilerServices.CalleeOwned] public int M() => 1; } }";
        foreach (var reference in References(Owned))
        {
            var compilation = Project("class U { int Use(T t) => t./**/M(); }", reference);

            Assert.True(Decide(compilation)?.IsCalleeOwned);
            Assert.Equal(["AgentStepLog.InterceptionMarker.g.cs"], Generated.From(compilation).Compiles().HintNames);
        }
    }

    [Fact]
    public void Types_that_have_no_name_of_their_own_here_are_refused()
    {
        var first = References(Source.Usings + Tools + "public class Only { [AgentTool] public int M() => 1; }");
        for (var i = 0; i < first.Count; i++)
        {
            var second = References(Library(Source.Usings + Tools).WithAssemblyName("Second"))[i];
            var aliased = Project("extern alias X;\nclass U { int Use(X::Surf.Tools t) => t./**/M(1); }", first[i].WithAliases(["X"]), second);
            Assert.Equal(MethodRefusal.AmbiguousType, Decide(aliased)?.Method);
            Assert.Equal(["AgentStepLog.InterceptionMarker.g.cs"], Generated.From(aliased).Compiles().HintNames);

            var both = Project("class U { int Use(Tools t, Only o) => t.M(1) + o./**/M(); }", first[i].WithAliases(["X"]), second, first[i]);
            Assert.True(Decide(both)?.IsRecorded);
        }
    }

    [Fact]
    public void Type_of_the_project_that_has_the_name_of_a_referenced_one_is_not_taken_for_it()
    {
        foreach (var reference in References(Source.Usings + "public class Spot; public class T { [AgentTool] public int M(Spot s) => 1; public static Spot Make() => new(); }"))
        {
            var compilation = Project("public class Spot; class U { int Use(T t) => t./**/M(T.Make()); }", reference);

            Assert.Equal(MethodRefusal.AmbiguousType, Decide(compilation)?.Method);
            Generated.From(compilation).Compiles();
        }
    }

    private static CSharpCompilation Library(string text) => Source.Compile(text).WithAssemblyName("Library");

    private static IReadOnlyList<MetadataReference> References(string text) => References(Library(text));

    private static IReadOnlyList<MetadataReference> References(Compilation library)
    {
        using var image = new MemoryStream();
        var result = library.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return [MetadataReference.CreateFromImage(image.ToArray()), library.ToMetadataReference()];
    }

    private static CSharpCompilation Project(string text, params MetadataReference[] references)
    {
        var alias = text.StartsWith("extern", StringComparison.Ordinal) ? text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)] : "";
        return Source.Compile(alias + Source.Usings + text[alias.Length..]).AddReferences(references);
    }

    private static CallDecision? Decide(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        var mark = tree.ToString().IndexOf("/**/", StringComparison.Ordinal);
        var call = tree.GetRoot(TestContext.Current.CancellationToken).FindToken(mark + 4).Parent!.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().First();
        return CallSites.Decide(call, compilation.GetSemanticModel(tree), hasEqualFile: false, TestContext.Current.CancellationToken);
    }
}
