using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Incrementality;

/// <summary>What is computed again where the annotated methods are those of a referenced project.</summary>
public sealed class ReferenceEditTests
{
    private static readonly string[] s_all =
        [TrackingNames.Settings, TrackingNames.Calls, TrackingNames.Interceptors, TrackingNames.CalledTypes, TrackingNames.Shapes];

    private static readonly CSharpCompilation s_library = Source.Compile(
        ("Tools.cs", Source.Usings + "public record Spot(string Name);\npublic class Tools { [AgentTool] public Spot Find(string name) { return new(name); } }"))
        .WithAssemblyName("Library");

    private static Incremental Project() => new(Source.Compile(
        ("Calls.cs", Source.Usings + "public class Calls { public object Use(Tools t) { return t.Find(\"a\").Name; } }"),
        ("Other.cs", Source.Usings + "public class Other { public object Use(Tools t) { return t.Find(\"b\"); } }"),
        ("Unrelated.cs", Source.Usings + "public class Unrelated { public int N() { return 1; } }"))
        .AddReferences(s_library.ToMetadataReference()));

    [Fact]
    public void Body_edit_in_an_unrelated_file_computes_nothing()
    {
        var project = Project().Edit("Unrelated.cs", "return 1;", "var x = 2; return x;").AllCached(s_all);

        Assert.Empty(project.Emitted);
        Assert.Empty(project.Bound);
    }

    [Fact]
    public void Body_edit_in_the_referenced_project_computes_nothing()
    {
        var project = Project();
        var edited = Edited("return new(name);", "return new(name + 1);");

        project.Run(project.Compilation.ReplaceReference(project.Compilation.References.Last(), edited.ToMetadataReference())).AllCached(s_all);

        Assert.Empty(project.Emitted);
        Assert.Empty(project.Bound);
    }

    [Fact]
    public void Changed_signature_in_the_referenced_project_writes_its_wrappers_and_the_interceptors_of_its_callers()
    {
        var project = Project();
        var edited = Edited("Find(string name)", "Find(string name, int n = 1)");

        project.Run(project.Compilation.ReplaceReference(project.Compilation.References.Last(), edited.ToMetadataReference()));

        Assert.Equal(3, project.Emitted.Count);
        Assert.Contains(project.Emitted, h => h.StartsWith("Surf_Tools_Called_", StringComparison.Ordinal));
    }

    [Fact]
    public void Call_added_in_one_file_leaves_the_wrappers_and_the_other_files_alone()
    {
        var project = Project().Edit("Other.cs", "return t", "t.Find(\"c\"); return t").AllCached(TrackingNames.CalledTypes, TrackingNames.Shapes);

        Assert.Equal(["Other.Interceptors.g.cs"], project.Emitted);
    }

    [Fact]
    public void Nothing_of_the_referenced_project_is_held() =>
        Project().HoldsNothing(TrackingNames.Calls, TrackingNames.CalledTypes);

    private static CSharpCompilation Edited(string old, string @new)
    {
        var tree = s_library.SyntaxTrees.Single();
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        return s_library.ReplaceSyntaxTree(tree, Source.Tree("Tools.cs", tree.ToString().Replace(old, @new, StringComparison.Ordinal)));
    }
}
