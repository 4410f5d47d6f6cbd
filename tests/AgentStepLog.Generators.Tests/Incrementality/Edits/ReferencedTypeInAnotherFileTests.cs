namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>A type in another file, which the values of a tool reach, changes.</summary>
public sealed class ReferencedTypeInAnotherFileTests
{
    [Fact]
    public void New_member_writes_what_reads_and_writes_values_and_the_schema_and_no_wrapper()
    {
        var project = new EditedProject().Edit("Hour.cs", "Hour(int Value)", "Hour(int Value, string Zone = \"UTC\")")
            .AllCached(TrackingNames.Interceptors);

        Assert.Contains("AgentStepLog.ValueWriters.g.cs", project.Emitted);
        Assert.Contains("Surf_Tides.AgentTools.g.cs", project.Emitted);
        Assert.DoesNotContain("Surf_Tides.g.cs", project.Emitted);
        Assert.Contains("w.Property(\"zone\")", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void New_body_in_it_changes_nothing() =>
        new EditedProject().Edit("Hour.cs", "Hour(int Value);", "Hour(int Value) { public int Twice() { return Value * 2; } }")
            .Edit("Hour.cs", "Value * 2", "Value + Value").AllCached(EditedProject.Everything).Emits();
}
