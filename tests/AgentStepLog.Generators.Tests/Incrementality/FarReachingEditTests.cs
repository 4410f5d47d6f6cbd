using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Incrementality;

/// <summary>Edits that reach further than the kinds in <c>Edits</c>: aliases, equal files, old compilations, other projects, hosts.</summary>
public sealed class FarReachingEditTests
{
    private static readonly string[] s_all =
        [TrackingNames.Settings, TrackingNames.Methods, TrackingNames.Types, TrackingNames.Shapes, TrackingNames.Tables, TrackingNames.Readers, TrackingNames.Calls];

    private static Incremental Project() => new(Source.Compile(
        ("Tools.cs", Source.Usings + "public record Spot(string Name);\npublic class Tools { [AgentTool] public Spot Find(string name) { return new(name); } }"),
        ("More.cs", Source.Usings + "public class More { [AgentTool] public int Count(int n) => n; }"),
        ("Calls.cs", Source.Usings + "public class Calls { public object Use(Tools t, More m) {\n return t.Find(\"a\").Name + m.Count(1); } }"),
        ("Other.cs", Source.Usings + "public class Other { public object Use(Tools t) { return t.Find(\"b\"); } }"),
        ("Unrelated.cs", Source.Usings + "public class Unrelated { public int N() { return 1; } }")));

    [Fact]
    public void Annotation_under_an_alias_of_another_file_is_found()
    {
        var project = Project().Edit("Unrelated.cs", "using System;", "global using Recorded = AgentStepLog.AgentToolAttribute;\nusing System;");
        project.Edit("Unrelated.cs", "public int N()", "[Recorded] public int N()");

        Assert.Contains("Surf_Unrelated", Text(project), StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_becomes_the_double_of_another_loses_its_interceptors_and_so_does_the_other()
    {
        var project = Project();
        var twin = project.Compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("Other.cs", StringComparison.Ordinal)).ToString();
        project.Run(project.Compilation.AddSyntaxTrees(Source.Tree("Twin.cs", twin)));

        Assert.DoesNotContain(project.Result.GeneratedSources, s => s.HintName.StartsWith("Other", StringComparison.Ordinal));
        Assert.DoesNotContain(project.Result.GeneratedSources, s => s.HintName.StartsWith("Twin", StringComparison.Ordinal));
        Assert.Contains(project.Result.GeneratedSources, s => s.HintName == "Calls.Interceptors.g.cs");
    }

    [Fact]
    public void Changed_build_property_writes_the_wrappers_and_binds_with_a_live_compilation()
    {
        var project = Project();

        // Old compilations go: what is bound now must not lean on them.
        for (var i = 0; i < 3; i++)
        {
            project.Edit("Unrelated.cs", "return ", "return 1 + ");
            GC.Collect();
        }

        project.Property("AgentStepLogWhenNoLog", "Throw");

        Assert.Contains("WhenNoLog.Throw", Text(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Tree_keeps_no_compilation_alive_by_what_binding_it_gave()
    {
        var (tree, compilation) = Run();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(compilation.IsAlive);
        GC.KeepAlive(tree);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (SyntaxTree Tree, WeakReference Compilation) Run()
        {
            var project = Project();
            return (project.Compilation.SyntaxTrees.First(), new WeakReference(project.Compilation));
        }
    }

    [Fact]
    public void Edit_in_a_referenced_project_is_seen_by_its_declarations_only()
    {
        var library = Source.Compile(("Library.cs", "namespace Lib; public class L { public static int N() { return 1; } }")).WithAssemblyName("Lib");
        var project = new Incremental(Source.Compile(
            ("A.cs", Source.Usings + "public class A { [AgentTool] public int M(int n) => n; public int Use() => M(Lib.L.N()); }"))
            .AddReferences(library.ToMetadataReference()));

        project.Run(Replace(project.Compilation, library, library = Edited(library, "return 1;", "return 2;")));
        project.AllCached(s_all);
        Assert.Empty(project.Bound);

        project.Run(Replace(project.Compilation, library, Edited(library, "int N()", "long N()")));
        Assert.Equal(["A.cs"], project.Bound);
    }

    [Fact]
    public void Cached_models_hold_no_part_of_a_compilation() =>
        Project().HoldsNothing(s_all).Edit("Calls.cs", "\n return", "\n\n return").HoldsNothing(s_all);

    [Fact]
    public void Implementation_output_is_there_by_default_and_goes_when_a_host_switches_it_off()
    {
        var compilation = Project().Compilation;
        var without = Generated.Driver(new StepLogGenerator().AsSourceGenerator(), IncrementalGeneratorOutputKind.Implementation)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["AgentStepLog.InterceptionMarker.g.cs", "Calls.Interceptors.g.cs", "Other.Interceptors.g.cs"],
            Generated.From(compilation).HintNames.Except(Generated.Of(without, output).HintNames).Order(StringComparer.Ordinal));
    }

    private static string Text(Incremental project) => string.Join("\n", project.Result.GeneratedSources.Select(s => s.SourceText.ToString()));

    private static CSharpCompilation Edited(CSharpCompilation library, string old, string @new)
    {
        var tree = library.SyntaxTrees.Single();
        return library.ReplaceSyntaxTree(tree, Source.Tree("Library.cs", tree.ToString().Replace(old, @new, StringComparison.Ordinal)));
    }

    private static Compilation Replace(Compilation project, Compilation old, Compilation @new)
    {
        var reference = project.References.OfType<CompilationReference>().Single(r => r.Compilation == old);
        return project.ReplaceReference(reference, @new.ToMetadataReference());
    }
}
