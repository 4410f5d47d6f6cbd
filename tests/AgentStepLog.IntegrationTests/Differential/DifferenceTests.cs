namespace AgentStepLog.IntegrationTests.Differential;

/// <summary>What a caller can see of the record after all, as docs/coverage.md says it: this, and nothing in any other program.</summary>
public sealed class DifferenceTests
{
    [Fact]
    public Task A_filter_of_the_caller_runs_after_the_finally_of_a_callee_that_throws() => Differs(
        (Plain.Differences.A_filter_runs_after_the_callees_finally, Recorded.Differences.A_filter_runs_after_the_callees_finally),
        ["filter of the caller", "finally of the callee", "caught"],
        ["finally of the callee", "filter of the caller", "caught"]);

    [Fact]
    public Task A_pending_task_is_handed_on_as_another_one() => Differs(
        (Plain.Differences.A_task_that_is_pending_is_another_object, Recorded.Differences.A_task_that_is_pending_is_another_object),
        ["same object: True", "state: state", "value: 1"],
        ["same object: False", "state: ", "value: 1"]);

    [Fact]
    public Task A_failed_task_is_handed_on_as_another_one_with_its_exceptions() => Differs(
        (Plain.Differences.A_task_that_failed_is_another_object, Recorded.Differences.A_task_that_failed_is_another_object),
        ["same object: True", "same exception: True"],
        ["same object: False", "same exception: True"]);

    [Fact]
    public Task The_stack_has_a_generated_frame_above_the_callee_that_printing_leaves_out() => Differs(
        (Plain.Differences.Frames_of_the_stack, Recorded.Differences.Frames_of_the_stack),
        ["Frames_of_the_stack", "printed: 2 False"],
        ["Above__Recorded", "printed: 2 False"]);

    [Fact]
    public async Task Steps_that_the_reader_makes_between_items_are_no_children_of_the_stream()
    {
        using var log = StepLog.InMemory();
        await Recorded.Nested.Steps_between_items(static _ => { });

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        var streams = steps.Where(static s => s.Tool is "Items" or "Lazy").ToList();
        Assert.Equal(2, streams.Count);
        Assert.All(streams, static s => Assert.Null(s.ParentId));

        // Lazy calls Between itself, once an item: those are its own, and the reader's four are not.
        var between = steps.Where(static s => s.Tool == "Between").ToList();
        Assert.Equal(4, between.Count(static s => s.ParentId is null));
        Assert.Equal(2, between.Count(s => s.ParentId == streams.Single(static s => s.Tool == "Lazy").SpanId));
        Assert.Equal(6, between.Count);
    }

    private static async Task Differs((Func<Action<string>, Task> Plain, Func<Action<string>, Task> Recorded) program, string[] plain, string[] recorded)
    {
        List<string> said = [];
        await program.Plain(said.Add);
        Assert.Equal(plain, said);

        said.Clear();
        using var log = StepLog.InMemory();
        await program.Recorded(said.Add);
        Assert.Equal(recorded, said);
        Assert.NotEmpty(log.Steps.OfType<ToolCallStep>());
    }
}
