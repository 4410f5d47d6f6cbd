using System.Globalization;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>The same sources give the same files: under any culture, in any order of files, however often.</summary>
public sealed class DeterminismTests
{
    // The machine may have no cultures installed: this one writes 1.5 as 1,5 and -1 as ~1.
    private static CultureInfo Foreign
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            return culture;
        }
    }

    // One image for all: another emit would be another assembly, by its module's id.
    private static readonly MetadataReference s_library = Library();

    private static CSharpCompilation Project() => Source.Compile(
        ("A.cs", Source.Usings + "public partial class T { [AgentTool] int M(double x = 1.5, decimal d = -2.5m) => 1; [AgentTool] int M(string i) => 1; void Use() { M(); M(\"\"); } }"),
        ("B.cs", Source.Usings + "public partial class T { [AgentTool] int M(int İI) => 1; [AgentTool] public List<R> I(R? r) => []; }"),
        ("D.cs", Source.Usings + "public partial class Own<T> where T : class { [AgentTool] public partial IAsyncEnumerable<T> Items(T t, params int[] more); private async IAsyncEnumerable<T> ItemsCore(T t, params int[] more) { await Task.Yield(); yield return t; } [AgentTool] public T Of<X>(T t, X x) where X : notnull => t; public void Use(Own<string> o) => o.Of(\"\", 1); } [StepLog] public partial class Log;"),
        ("C.cs", Source.Usings + "public record R(int ID, DateTime At, IDictionary<string, R> Inner); public class U { [AgentTool] public R ImIn() => null!; void Use(T t) { t.I(ImIn()); } }"),
        ("E.cs", Source.Usings + "public class Far { public async Task Use(Lib.Far<int> f) { f.Near(-1.5, 2); await foreach (var x in f.All(1)) { f.Itself(x); } } }"))
        .AddReferences(s_library);

    private static PortableExecutableReference Library()
    {
        var library = Source.Compile(("Lib.cs", "using AgentStepLog; using System.Collections.Generic; using System.Threading.Tasks; namespace Lib; public partial class Far<T> { [AgentTool] public double Near(double d, T t) => d; [AgentTool] public async IAsyncEnumerable<T> All(params T[] ts) { foreach (var t in ts) { await Task.Yield(); yield return t; } } [AgentTool] public partial T Itself(T t); private T ItselfCore(T t) => t; }"))
            .WithAssemblyName("Lib");
        using var image = new MemoryStream();
        var result = Generated.From(library).Compiles().Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    [Fact]
    public void Cultures_and_the_order_of_files_do_not_matter()
    {
        var expected = Run(Project(), CultureInfo.InvariantCulture);
        Assert.Contains("InterceptsLocation(1", expected, StringComparison.Ordinal);
        Assert.Contains("Lib_Far", expected, StringComparison.Ordinal);
        Assert.Equal(expected, Run(Project(), Foreign));

        var trees = Project().SyntaxTrees.ToArray();
        var random = new Random(7);
        for (var i = 0; i < 5; i++)
        {
            random.Shuffle(trees);
            Assert.Equal(expected, Run(Project().RemoveAllSyntaxTrees().AddSyntaxTrees(trees), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Two_runs_give_the_same_and_so_do_two_roots()
    {
        var expected = Run(Project(), CultureInfo.InvariantCulture);

        Assert.Equal(expected, Run(Project(), CultureInfo.InvariantCulture));
        Assert.Equal(expected, Generated.From(Moved("/elsewhere/deep/er/"), ("ProjectDir", "/elsewhere/deep/er/")).Compiles().Text(all: true));
    }

    [Fact]
    public void Two_roots_give_one_assembly_where_their_paths_are_mapped()
    {
        Assert.Equal(Assembly(Source.ProjectDirectory, mapped: true), Assembly("/elsewhere/", mapped: true));

        // Without the map the paths of the sources stand in the file: the comparison can tell.
        Assert.NotEqual(Assembly(Source.ProjectDirectory, mapped: false), Assembly("/elsewhere/", mapped: false));
    }

    private static byte[] Assembly(string root, bool mapped)
    {
        var resolver = new SourceFileResolver([], null, mapped ? [new(root, "/_/")] : []);
        var compilation = Moved(root);
        var output = Generated.From(compilation.WithOptions(compilation.Options.WithDeterministic(true).WithSourceReferenceResolver(resolver)), ("ProjectDir", root)).Compiles().Output;
        using var stream = new MemoryStream();
        Assert.True(output.Emit(stream, options: new(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: TestContext.Current.CancellationToken).Success);
        return stream.ToArray();
    }

    private static CSharpCompilation Moved(string root) => Project().RemoveAllSyntaxTrees().AddSyntaxTrees(
        Project().SyntaxTrees.Select(t => t.WithFilePath(root + Path.GetFileName(t.FilePath))));

    [Fact]
    public void Lines_end_with_a_line_feed_alone() => Assert.DoesNotContain('\r', Run(Project(), CultureInfo.InvariantCulture));

    private static string Run(CSharpCompilation compilation, CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return Generated.From(compilation).Compiles().Text(all: true);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
