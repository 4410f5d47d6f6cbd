using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Incrementality;

/// <summary>
/// The gate of the pipeline (a tree is bound again only when it, or any declaration, has changed) against no gate at all:
/// after each of many random edits, the generator that saw them all gives what a fresh one gives for freshly parsed sources.
/// </summary>
public sealed class DifferentialTests
{
    private static readonly int s_edits = Sweeps.Count(full: 300, brief: 100);

    // Enough to have the calls beside it bound in a short body.
    private static readonly string s_long = string.Concat(Enumerable.Repeat("Console.WriteLine(1); ", 20));

    /// <summary>Each hole in the files and what may stand in it; the first is where it starts.</summary>
    private static readonly string[][] s_choices =
    [
        /* 0 attribute     */ ["[AgentTool]", "[AgentTool(Name = \"n\")]", "", "[Recorded]", "[LlmCall]"],
        /* 1 parameter     */ ["string", "object", "Spot", "string?", "dynamic"],
        /* 2 result        */ ["Spot", "Task<Spot>", "void", "IEnumerable<int>", "Mood"],
        /* 3 body          */ ["throw null!;", "{ throw new Exception(); }", "{\n#nullable disable\n throw null!; }", "throw new NotSupportedException();"],
        /* 4 after it      */ ["", "[AgentTool] public int After(Spot s) => 1;", "/// <summary>Documented.</summary>\n[AgentTool] public int After(string s) => 2;"],
        /* 5 member        */ ["string Name", "[property: JsonPropertyName(\"n\")] string Name", "[Sensitive] string Name", "int Name"],
        /* 6 getter        */ ["=> 1;", "{ get; set; }", "{ get => 2; }", "{ get { return 3; } }"],
        /* 7 enum          */ ["Calm", "Calm, Wild", "Wild = 2"],
        /* 8 alias         */ ["", "global using Recorded = AgentStepLog.AgentToolAttribute;", "global using Recorded = System.ObsoleteAttribute;"],
        /* 9 overload      */ ["", "public int Count(string s) => 1;", "[AgentTool] public int Count(string s) => 1;", "public int Count<T>(T t) => 1;"],
        /* 10 extension    */ ["", "public static class X { [AgentTool] public static int Ext(this Tools t, int n) => n; }", "public static class X { public static int Ext(this Tools t, long n) => 1; }"],
        /* 11 default      */ ["1", "2", "int.MaxValue", "Constants.One"],
        /* 12 constant     */ ["1", "7"],
        /* 13 static using */ ["", "using static Surf.Statics;", "using static Surf.Constants;"],
        /* 14 statics      */ ["public static int Count(int n) => n;", "[AgentTool] public static int Count(int n) => n;", ""],
        /* 15 call body    */ ["t.Count(1);", "var x = t.Find(null!); t.Count(2);", "t.Ext(1);", "Count(3);", "Func<int> f = () => t.Count(4);", "dynamic d = 1; t.Count(d);", $"var x = t; {s_long} x.Count(5);", "new Derived().Over(1);"],
        /* 16 other body   */ ["return 1;", "return new Tools().Count(5);", "int L() => new Tools().Count(); return L();", "\n\n return new Tools().Count(6);"],
        /* 17 field        */ ["1", "new Tools().Count(7)", "((Func<int>)(() => new Tools().Count(8)))()"],
        /* 18 base         */ ["Base", "object", "Base2"],
        /* 19 unrelated    */ ["int y = 1;", "int y = 2;", "// nothing", "var z = \"text\";"],
        /* 20 modifier     */ ["public", "private", "protected internal"],
        /* 21 partial      */ ["partial", ""],
        /* 22 log          */ ["", "private readonly StepLog? _log = null;", "internal static StepLog? Log { get; } = null;"],
        /* 23 twin         */ ["no", "yes"],
        /* 24 library      */ ["[AgentTool] public virtual int Reach(int n) => n;", "public virtual int Reach(int n) => n;", "[AgentTool] public virtual int Reach(long n) { return 1; }", "[AgentTool] public virtual int Reach(long n) { return 2; }"],
        /* 25 referenced   */ ["as a project", "as a file"],
        /* 26 its call     */ ["new Far().Reach(1);", "", "new Near().Reach(2);"],
        /* 27 its override */ ["", "public override int Reach(int n) => base.Reach(n);", "public override int Reach(long n) => base.Reach(n);"],
        /* 28 own record   */ ["[AgentTool] public partial int Owned(string s);", "[LlmCall] public virtual partial int Owned(string s);", ""],
        /* 29 its core     */ ["private int OwnedCore(string s) => 1;", "private int OwnedCore(string s) { return 2; }", "private long OwnedCore(string s) => 3;", ""],
        /* 30 its body     */ ["", "public partial int Owned(string s) => 4;"],
    ];

    private static (string Path, string Text)[] Files(int[] state)
    {
        string At(int hole) => s_choices[hole][state[hole]];
        var second = $"public class Second {{ static int F = {At(17)}; public int Use() {{ {At(16)} }} }}";
        var files = new List<(string, string)>
        {
            ("Globals.cs", At(8) + "\npublic class G { }"),
            ("Tools.cs", Source.Usings + $$"""
                public {{At(21)}} class Tools
                {
                    {{At(22)}}
                    {{At(0)}} {{At(20)}} {{At(2)}} Find({{At(1)}} value) {{(At(3).StartsWith('{') ? At(3) : "=> " + At(3))}}
                    {{At(4)}}
                    [AgentTool] public int Count(int n = {{At(11)}}) => n;
                    {{At(9)}}
                    public object Self() => Find(null!);
                }
                """),
            ("Models.cs", Source.Usings + $"public record Spot({At(5)}) {{ public int Length {At(6)} public Mood Mood {{ get; set; }} }}\npublic enum Mood {{ {At(7)} }}"),
            ("Bases.cs", Source.Usings + $"public class Base {{ [AgentTool] public virtual int Over(int n) => n; }} public class Base2 {{ public virtual int Over(int n) => n; }}\npublic class Derived : {At(18)} {{ public {(At(18) == "object" ? "" : "override ")}int Over(int n) {{ {At(19)} return 1; }} }}"),
            ("Statics.cs", Source.Usings + $"public static class Statics {{ {At(14)} }} public static class Constants {{ public const int One = {At(12)}; }}\n{At(10)}"),
            ("First.cs", At(13) + "\n" + Source.Usings + $"public class First {{ public void Use(Tools t) {{ {At(15)} }} }}"),
            ("Second.cs", Source.Usings + second),
            ("Owner.cs", Source.Usings + $"public partial class Owner {{ {At(28)} {At(29)} }}\npublic partial class Owner {{ {At(30)} }}"),
            ("Owned.cs", Source.Usings + "public class OwnerUse { public int Use(Owner o) { return o.Owned(\"a\"); } }"),
            ("Near.cs", Source.Usings + $"public partial class Near : Far {{ {At(27)} public int Use() {{ {At(26)} return 1; }} }}"),
            ("Unrelated.cs", Source.Usings + $"public class Unrelated {{ public void M() {{ {At(19)} }} }}"),
        };
        if (At(23) == "yes")
        {
            files.Add(("Twin.cs", Source.Usings + second));
        }

        return [.. files];
    }

    [Fact]
    public void Gate_changes_nothing_but_the_time()
    {
        var random = new Random(20261121);
        var state = new int[s_choices.Length];
        var library = Library(Source.Compile(), state);
        var compilation = Source.Compile(Files(state)).AddReferences(Reference(library, state));
        GeneratorDriver gated = Generated.PlainDriver();
        var changed = 0;
        var previous = "";
        for (var edit = 0; edit < s_edits; edit++)
        {
            var hole = random.Next(state.Length);
            state[hole] = (state[hole] + 1 + random.Next(s_choices[hole].Length - 1)) % s_choices[hole].Length;
            var files = Files(state);
            compilation = Apply(compilation, files);
            if (hole is 24 or 25)
            {
                library = Library(library, state);
                compilation = compilation.RemoveReferences(compilation.References.Last()).AddReferences(Reference(library, state));
            }

            gated = gated.RunGenerators(compilation, TestContext.Current.CancellationToken);

            var fresh = Source.Compile(files).AddReferences(Reference(library, state));
            var expected = Text(Generated.PlainDriver().RunGenerators(fresh, TestContext.Current.CancellationToken));
            var actual = Text(gated);
            Assert.True(expected == actual, $"Edit {edit} (hole {hole}, now {s_choices[hole][state[hole]]}): {Snapshot.FirstDifference(expected, actual)}");
            changed += expected == previous ? 0 : 1;
            previous = expected;
        }

        // Edits that change nothing would prove nothing; neither would edits that always do.
        Assert.InRange(changed, s_edits / 4, s_edits - (s_edits / 20));
    }

    private static CSharpCompilation Library(CSharpCompilation previous, int[] state) => Apply(
        previous.WithAssemblyName("Library"), [("Far.cs", Source.Usings + $"public class Far {{ {s_choices[24][state[24]]} }}")]);

    private static MetadataReference Reference(CSharpCompilation library, int[] state)
    {
        if (state[25] == 0)
        {
            return library.ToMetadataReference();
        }

        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>As an editor does it: only the trees whose text is another are parsed again.</summary>
    private static CSharpCompilation Apply(CSharpCompilation compilation, (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var old = compilation.SyntaxTrees.SingleOrDefault(t => t.FilePath == Source.ProjectDirectory + path);
            var tree = Source.Tree(path, text);
            compilation = old is null ? compilation.AddSyntaxTrees(tree)
                : old.ToString() == tree.ToString() ? compilation
                : compilation.ReplaceSyntaxTree(old, tree);
        }

        return compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(t => files.All(f => Source.ProjectDirectory + f.Path != t.FilePath)));
    }

    private static string Text(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return string.Join("\n", result.GeneratedSources.OrderBy(s => s.HintName, StringComparer.Ordinal).Select(s => $"//// {s.HintName}\n{s.SourceText}"));
    }
}
