using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>Somebody types inside the code of a method that records itself: the body that is generated for it says nothing of it.</summary>
public sealed class CoreBodyTests
{
    [Fact]
    public void No_file_is_written_and_no_model_is_made_anew() =>
        new EditedProject().Edit("Owned.cs", "return text.Length;", "var n = text.Length; return n;").AllCached(EditedProject.Declared).Emits();

    [Fact]
    public void Its_calls_are_bound_anew_and_nothing_else_is() =>
        new EditedProject().Edit("Owned.cs", "return text.Length;", "return text.Length + 1;")
            .Binds("Owned.cs")
            .AllCached(EditedProject.Declared)
            .Emits();

    [Fact]
    public void A_call_of_a_tool_in_it_is_intercepted_without_touching_what_is_declared() =>
        new EditedProject().Edit("Owned.cs", "return text.Length;", "return new More().Count(text.Length);")
            .AllCached(EditedProject.Declared)
            .Emits("Owned.Interceptors.g.cs");

    [Fact]
    public void Its_signature_changes_the_body_that_calls_it()
    {
        var project = new EditedProject().Edit("Owned.cs", "int MeasureCore(string text) {", "int MeasureCore(object text) {");

        Assert.Contains("throw new global::System.NotImplementedException(", project.Text, StringComparison.Ordinal);
    }
}
