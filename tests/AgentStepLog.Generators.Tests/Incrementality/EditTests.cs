using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Incrementality;

/// <summary>What is computed again after each kind of edit.</summary>
public sealed class EditTests
{
    private static readonly string[] s_all =
        [TrackingNames.Settings, TrackingNames.Rows, TrackingNames.Methods, TrackingNames.Types, TrackingNames.Shapes, TrackingNames.Tables, TrackingNames.Readers, TrackingNames.Calls];

    private static readonly string[] s_models = [TrackingNames.Methods, TrackingNames.Types, TrackingNames.Shapes, TrackingNames.Tables, TrackingNames.Readers];

    private static Incremental Project() => new(Source.Compile(
        ("Tools.cs", Source.Usings + "public record Spot(string Name);\npublic class Tools { [AgentTool] public Spot Find(string name) { return new(name); } }"),
        ("More.cs", Source.Usings + "public class More { [AgentTool] public int Count(int n) => n; }"),
        ("Calls.cs", Source.Usings + "public class Calls { public object Use(Tools t, More m) {\n return t.Find(\"a\").Name + m.Count(1); } }"),
        ("Other.cs", Source.Usings + "public class Other { public object Use(Tools t) { return t.Find(\"b\"); } }"),
        ("Unrelated.cs", Source.Usings + "public class Unrelated { public int N() { return 1; } }")));

    [Fact]
    public void Body_edit_in_an_unrelated_file_computes_nothing()
    {
        var project = Project().Edit("Unrelated.cs", "return 1;", "var x = 2; return x;").AllCached(s_all);

        Assert.Empty(project.Emitted);
        Assert.All(project.Reasons(TrackingNames.Calls), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void Body_edit_in_a_file_with_calls_binds_that_file_only()
    {
        var project = Project().Edit("Other.cs", "return t", "var n = 1; return t").AllCached(s_models);

        Assert.Single(project.Reasons(TrackingNames.Rows), IncrementalStepRunReason.Modified);
        Assert.Single(project.Reasons(TrackingNames.Calls), IncrementalStepRunReason.Modified);
        Assert.Equal(3, project.Reasons(TrackingNames.Calls).Count(r => r == IncrementalStepRunReason.Cached));
        Assert.Equal(["Other.Interceptors.g.cs"], project.Emitted);
    }

    [Fact]
    public void Body_edit_of_an_annotated_method_writes_no_file() =>
        Assert.Empty(Project().Edit("Tools.cs", "return new(name);", "return new(name + 1);").AllCached(s_models).Emitted);

    [Fact]
    public void New_line_above_a_call_writes_only_the_interceptors_of_its_file() =>
        Assert.Equal(["Calls.Interceptors.g.cs"], Project().Edit("Calls.cs", "\n return", "\n\n return").AllCached(s_models).Emitted);

    [Fact]
    public void Unrelated_declaration_binds_again_and_writes_no_file()
    {
        var project = Project().Edit("Unrelated.cs", "public int N()", "public int P => 1; public int N()");

        Assert.All(project.Reasons(TrackingNames.Rows), r => Assert.Equal(IncrementalStepRunReason.Modified, r));
        Assert.Empty(project.AllCached(s_models).AllCached(TrackingNames.Calls).Emitted);
    }

    [Fact]
    public void Changed_signature_writes_its_type_and_the_interceptors_of_its_callers()
    {
        var project = Project().Edit("More.cs", "int Count(int n)", "int Count(long n)");

        Assert.Single(project.Reasons(TrackingNames.Types), IncrementalStepRunReason.Modified);
        Assert.Equal(["Calls.Interceptors.g.cs", "Surf_More.AgentTools.g.cs", "Surf_More.g.cs"], project.Emitted);
        Assert.Contains("Count_2(this global::Surf.More self, long n)", Text(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_member_of_an_object_writes_the_value_writers_and_no_wrapper()
    {
        var project = Project().Edit("Tools.cs", "record Spot(string Name)", "record Spot(string Name, int Rating = 1)");

        Assert.Equal(["AgentStepLog.ValueWriters.g.cs", "Surf_Tools.AgentTools.g.cs"], project.Emitted);
        Assert.Contains("w.Property(\"rating\")", Text(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_description_writes_no_wrapper() => Assert.Equal(
        ["Surf_More.AgentTools.g.cs"], Project().Edit("More.cs", "public class More { ", "public class More { /// <summary>Counts.</summary>\n").Emitted);

    [Fact]
    public void Annotation_taken_away_takes_all_of_its_code_away()
    {
        var project = Project().Edit("More.cs", "[AgentTool] ", "");

        Assert.DoesNotContain("More", Text(project), StringComparison.Ordinal);
    }

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
    public void Edit_in_a_referenced_project_is_seen_by_its_declarations_only()
    {
        var library = Source.Compile(("Library.cs", "namespace Lib; public class L { public static int N() { return 1; } }")).WithAssemblyName("Lib");
        var project = new Incremental(Source.Compile(
            ("A.cs", Source.Usings + "public class A { [AgentTool] public int M(int n) => n; public int Use() => M(Lib.L.N()); }"))
            .AddReferences(library.ToMetadataReference()));

        project.Run(Replace(project.Compilation, library, library = Edited(library, "return 1;", "return 2;")));
        project.AllCached(s_all);

        project.Run(Replace(project.Compilation, library, Edited(library, "int N()", "long N()")));
        Assert.Contains(IncrementalStepRunReason.Modified, project.Reasons(TrackingNames.Rows));
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
