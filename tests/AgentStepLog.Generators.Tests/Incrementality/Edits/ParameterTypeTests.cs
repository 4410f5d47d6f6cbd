using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>A parameter of an annotated method gets another type.</summary>
public sealed class ParameterTypeTests
{
    [Fact]
    public void Its_type_and_the_interceptors_of_its_callers_are_written_and_nothing_else()
    {
        var project = new EditedProject().Edit("More.cs", "int Count(int n)", "int Count(long n)")
            .One(TrackingNames.Methods, IncrementalStepRunReason.Modified)
            .One(TrackingNames.Types, IncrementalStepRunReason.Modified)
            .Emits("Calls.Interceptors.g.cs", "Surf_More.AgentTools.g.cs", "Surf_More.g.cs");

        Assert.Contains("this global::Surf.More self, long n)", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_that_cannot_be_recorded_takes_the_calls_away()
    {
        var project = new EditedProject().Edit("More.cs", "int Count(int n) => n", "unsafe int Count(int* n) => 1");

        Assert.DoesNotContain("Surf.More.Count", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nullable_annotation_writes_wrapper_and_table_and_leaves_the_interceptors() =>
        new EditedProject().Edit("Tools.cs", "Find(string name) { return new(name); }", "Find(string? name) { return new(name!); }")
            .AllCached(TrackingNames.Shapes, TrackingNames.Interceptors)
            .Emits("Surf_SurfLog.StepLog.g.cs", "Surf_Tools.AgentTools.g.cs", "Surf_Tools.g.cs");
}
