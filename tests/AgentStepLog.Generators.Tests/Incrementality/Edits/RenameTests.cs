using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>Something gets another name.</summary>
public sealed class RenameTests
{
    [Fact]
    public void Annotated_method_and_its_calls_lose_the_old_name_and_are_recorded_under_the_new_one()
    {
        var project = new EditedProject().Edit("More.cs", "int Count(", "int Tally(");
        Assert.DoesNotContain("m.Count", project.Text, StringComparison.Ordinal);

        project.Edit("Calls.cs", "m.Count(1)", "m.Tally(1)").AllCached(EditedProject.Declared).Emits("Calls.Interceptors.g.cs");
        Assert.Contains("Surf.More.Tally", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_takes_its_generated_files_with_it()
    {
        var project = new EditedProject().Edit("More.cs", "class More", "class Counter");

        Assert.DoesNotContain("Surf_More", project.Text, StringComparison.Ordinal);
        Assert.Contains("Surf_Counter.g.cs", project.Emitted);
    }

    [Fact]
    public void Parameter_writes_the_wrapper_and_the_table() =>
        new EditedProject().Edit("More.cs", "Count(int n) => n", "Count(int number) => number")
            .One(TrackingNames.Types, IncrementalStepRunReason.Modified)
            .AllCached(TrackingNames.Shapes, TrackingNames.Logs)
            .Emits("Calls.Interceptors.g.cs", "Surf_More.AgentTools.g.cs", "Surf_More.g.cs");

    [Fact]
    public void Calling_member_changes_what_the_record_says_of_the_caller() =>
        Assert.Contains("\"Other.Consult\"", new EditedProject().Edit("Other.cs", "Use(", "Consult(").Emits("Other.Interceptors.g.cs").Text, StringComparison.Ordinal);
}
