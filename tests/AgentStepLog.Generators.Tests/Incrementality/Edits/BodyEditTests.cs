using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>Somebody types inside a body: the keystroke that must cost next to nothing.</summary>
public sealed class BodyEditTests
{
    [Fact]
    public void In_an_unrelated_file_nothing_is_computed()
    {
        var project = new EditedProject().Edit("Unrelated.cs", "return 1;", "var x = 2; return x;").Binds().AllCached(EditedProject.Everything).Emits();

        // What follows from methods and calls is not even looked at.
        Assert.All(project.Reasons(TrackingNames.Types), static r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.All(project.Reasons(TrackingNames.Interceptors), static r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void In_a_file_with_calls_that_file_alone_is_bound() =>
        new EditedProject().Edit("Other.cs", "return t", "var n = 1; return t")
            .Binds("Other.cs")
            .One(TrackingNames.Calls, IncrementalStepRunReason.Modified)
            .AllCached(EditedProject.Declared)
            .Emits("Other.Interceptors.g.cs");

    [Fact]
    public void Of_an_annotated_method_no_file_is_written() =>
        new EditedProject().Edit("Tools.cs", "return new(name);", "return new(name + 1);").AllCached(EditedProject.Declared).Emits();

    [Fact]
    public void Beside_an_annotated_method_no_file_is_written() =>
        new EditedProject().Edit("Tools.cs", "return 1;", "return 2;").AllCached(EditedProject.Declared).Emits();
}
