namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>A type appears in a file that has nothing to do with us.</summary>
public sealed class UnrelatedTypeInAnotherFileTests
{
    private static EditedProject Edited() => new EditedProject().Edit("Unrelated.cs", "public class Unrelated", "public class Added { public int X; } public class Unrelated");

    [Fact]
    public void Files_are_bound_again_since_a_new_type_may_hide_another() =>
        Edited().Binds("Calls.cs", "More.cs", "Other.cs", "Owned.cs", "Tools.cs", "Values.cs");

    [Fact]
    public void Taken_back_it_finds_what_was_bound_before_it() =>
        Edited().Edit("Unrelated.cs", "public class Added { public int X; } ", "").Binds().AllCached(EditedProject.Everything).Emits();

    [Fact]
    public void All_models_stay_as_they_were() => Edited().AllCached(EditedProject.Declared).AllCached(TrackingNames.Interceptors);

    [Fact]
    public void No_file_is_written() => Edited().Emits();

    [Fact]
    public void Type_that_hides_another_changes_what_is_bound() =>
        Assert.Contains(
            "global::Surf.Deep.Hour",
            new EditedProject().Edit("Hour.cs", "public record Hour(int Value);", "public static class Deep { public record Hour(int Value); }")
                .Edit("Values.cs", "namespace Surf;", "namespace Surf; using static Surf.Deep;").Text,
            StringComparison.Ordinal);
}
