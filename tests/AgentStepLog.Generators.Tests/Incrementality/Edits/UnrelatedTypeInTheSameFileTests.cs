namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>A type appears in a file that declares, or calls, annotated methods.</summary>
public sealed class UnrelatedTypeInTheSameFileTests
{
    [Fact]
    public void Behind_the_tools_it_changes_no_model_and_writes_no_file() =>
        new EditedProject().Edit("Tools.cs", "public record Spot", "public class Added; public record Spot")
            .AllCached(EditedProject.Declared).AllCached(TrackingNames.Interceptors).Emits();

    [Fact]
    public void Before_a_call_on_its_line_it_writes_the_interceptors_of_that_file_only() =>
        new EditedProject().Edit("Other.cs", "public class Other", "public class Added; public class Other")
            .AllCached(EditedProject.Declared).Emits("Other.Interceptors.g.cs");

    [Fact]
    public void After_the_calls_it_writes_the_interceptors_too_since_a_location_names_the_content_of_its_file() =>
        new EditedProject().Edit("Other.cs", "return t.Find(\"b\"); } }", "return t.Find(\"b\"); } } public class Added;")
            .AllCached(EditedProject.Declared).Emits("Other.Interceptors.g.cs");
}
