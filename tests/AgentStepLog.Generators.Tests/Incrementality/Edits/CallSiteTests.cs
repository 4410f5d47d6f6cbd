using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>A call of an annotated method is added, moved, taken away.</summary>
public sealed class CallSiteTests
{
    [Fact]
    public void Added_in_a_body_it_is_intercepted_and_only_its_file_is_written()
    {
        var project = new EditedProject().Edit("Other.cs", "return t", "t.Find(\"c\"); return t").AllCached(EditedProject.Declared).Emits("Other.Interceptors.g.cs");

        Assert.Matches("Find_[0-9a-f]{8}_2[(]", project.Text);
    }

    [Fact]
    public void Added_in_a_file_that_had_none_it_adds_a_row_and_a_file() =>
        new EditedProject().Edit("Unrelated.cs", "return 1;", "new Tools().Find(\"d\"); return 1;")
            .AllCached(TrackingNames.Types, TrackingNames.Shapes, TrackingNames.Tables, TrackingNames.TypedLogs, TrackingNames.Readers).Emits("Unrelated.Interceptors.g.cs");

    [Fact]
    public void Moved_down_a_line_only_its_file_is_written() =>
        new EditedProject().Edit("Calls.cs", "\n return", "\n\n return")
            .One(TrackingNames.Interceptors, IncrementalStepRunReason.Modified).AllCached(EditedProject.Declared).Emits("Calls.Interceptors.g.cs");

    [Fact]
    public void Moved_to_another_file_both_files_are_written() =>
        new EditedProject().Edit("Calls.cs", " + m.Count(1)", "").Edit("Other.cs", "return t.Find(\"b\");", "new More().Count(1); return t.Find(\"b\");")
            .AllCached(EditedProject.Declared).Emits("Other.Interceptors.g.cs");

    [Fact]
    public void Taken_away_its_interceptor_goes()
    {
        var project = new EditedProject().Edit("Calls.cs", " + m.Count(1)", "").AllCached(EditedProject.Declared).Emits("Calls.Interceptors.g.cs");

        Assert.DoesNotContain("\"Calls.cs\", 15", project.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Surf_More.Count(self", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_one_of_a_file_takes_the_file_away() =>
        Assert.DoesNotContain("\"Other.Use\"", new EditedProject().Edit("Other.cs", "return t.Find(\"b\");", "return t;").Text, StringComparison.Ordinal);
}
