using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>An annotation more, or one less.</summary>
public sealed class SecondAnnotatedMethodTests
{
    [Fact]
    public void In_a_type_that_has_one_it_writes_that_type()
    {
        var project = new EditedProject().Edit("Tools.cs", "    public int Plain", "    [AgentTool] public int Plain")
            .One(TrackingNames.Types, IncrementalStepRunReason.Modified)
            .AllCached(TrackingNames.Interceptors);

        Assert.Equal(["Surf_SurfLog.StepLog.g.cs", "Surf_Tools.AgentTools.g.cs", "Surf_Tools.g.cs"], project.Emitted);
    }

    [Fact]
    public void In_a_file_that_had_none_it_adds_a_row_and_a_type()
    {
        var project = new EditedProject().Edit("Unrelated.cs", "public int N()", "[AgentTool] public int N()");

        Assert.Contains("Surf_Unrelated.g.cs", project.Emitted);
        Assert.Contains("Surf.Unrelated.N", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Taken_away_all_of_its_code_goes() =>
        Assert.DoesNotContain("More", new EditedProject().Edit("More.cs", "[AgentTool(Name = \"count\")] ", "").Text, StringComparison.Ordinal);
}
