using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>An argument of an attribute changes.</summary>
public sealed class AttributeArgumentTests
{
    [Fact]
    public void Name_of_a_tool_writes_its_wrapper_and_its_table_and_no_interceptor() =>
        new EditedProject().Edit("More.cs", "\"count\"", "\"tally\"")
            .One(TrackingNames.Methods, IncrementalStepRunReason.Modified)
            .AllCached(TrackingNames.Interceptors, TrackingNames.Shapes, TrackingNames.Readers)
            .Emits("Surf_More.AgentTools.g.cs", "Surf_More.g.cs");

    [Fact]
    public void Description_of_a_tool_writes_its_table_only() =>
        new EditedProject().Edit("More.cs", "\"count\"", "\"count\", Description = \"Counts.\"").Emits("Surf_More.AgentTools.g.cs");

    [Fact]
    public void Another_kind_of_call_is_another_wrapper_and_no_tool() =>
        Assert.Contains("RecordedMethod.Llm(\"Surf.More.Count\"", new EditedProject().Edit("More.cs", "AgentTool(Name = \"count\")", "LlmCall").Text, StringComparison.Ordinal);

    [Fact]
    public void Types_of_a_log_write_that_log_and_what_it_reads() =>
        new EditedProject().Edit("Log.cs", "typeof(Tools)", "typeof(More)")
            .One(TrackingNames.Logs, IncrementalStepRunReason.Modified)
            .AllCached(TrackingNames.Methods, TrackingNames.Types, TrackingNames.Interceptors)
            .Emits("AgentStepLog.JsonReaders.g.cs", "Surf_SurfLog.StepLog.g.cs");
}
