using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>A property of the build changes.</summary>
public sealed class BuildPropertyTests
{
    [Fact]
    public void WhenNoLog_writes_the_wrappers()
    {
        var project = new EditedProject().Property("AgentStepLogWhenNoLog", "Throw").One(TrackingNames.Settings, IncrementalStepRunReason.Modified);

        Assert.Contains("WhenNoLog.Throw", project.Text, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "Surf_Tools.g.cs", "Surf_More.g.cs", "Surf_Tides.g.cs" }, project.Emitted.ToHashSet());
    }

    [Fact]
    public void Property_that_is_not_ours_computes_nothing() =>
        new EditedProject().Property("RootNamespace", "Surf").AllCached(EditedProject.Everything).Emits();
}
