using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>A comment appears above something.</summary>
public sealed class CommentAboveTests
{
    [Fact]
    public void Above_an_unrelated_type_it_changes_no_model_and_writes_no_file() =>
        new EditedProject().Edit("Unrelated.cs", "public class Unrelated", "// Why not.\npublic class Unrelated")
            .AllCached(EditedProject.Declared).AllCached(TrackingNames.Interceptors).Emits();

    [Fact]
    public void Above_an_annotated_method_that_says_nothing_to_a_model_it_writes_no_file() =>
        new EditedProject().Edit("Tools.cs", "    [AgentTool]", "    // Why not.\n    [AgentTool]").AllCached(EditedProject.Declared).Emits();

    [Fact]
    public void Summary_above_an_annotated_method_writes_its_table_only() =>
        new EditedProject().Edit("Tools.cs", "    [AgentTool]", "    /// <summary>Finds a spot.</summary>\n    [AgentTool]")
            .One(TrackingNames.Methods, IncrementalStepRunReason.Modified)
            .AllCached(TrackingNames.Shapes, TrackingNames.Readers, TrackingNames.Interceptors)
            .Emits("Surf_Tools.AgentTools.g.cs", "Surf_SurfLog.StepLog.g.cs");

    [Fact]
    public void Inside_a_body_above_a_call_it_writes_the_interceptors_of_that_file_only() =>
        new EditedProject().Edit("Calls.cs", "\n return", "\n // Why not.\n return")
            .Binds("Calls.cs")
            .One(TrackingNames.Calls, IncrementalStepRunReason.Modified)
            .AllCached(EditedProject.Declared)
            .Emits("Calls.Interceptors.g.cs");

    [Fact]
    public void The_manifest_is_written_for_what_a_model_is_told_and_for_nothing_else()
    {
        Assert.True(new EditedProject().Edit("Tools.cs", "    [AgentTool]", "    /// <summary>Finds a spot.</summary>\n    [AgentTool]").WritesManifest);
        Assert.False(new EditedProject().Edit("Tools.cs", "    [AgentTool]", "    // Why not.\n    [AgentTool]").WritesManifest);
        Assert.False(new EditedProject().Edit("Calls.cs", "\n return", "\n // Why not.\n return").WritesManifest);
    }
}
