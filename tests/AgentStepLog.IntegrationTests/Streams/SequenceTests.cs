using System.Collections;

namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>A lazy sequence that is recorded is as lazy as before; one that is materialised is the same object.</summary>
public sealed class SequenceTests
{
    [Fact]
    public void Nothing_runs_and_nothing_is_recorded_until_the_sequence_is_enumerated()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        var sequence = waves.Count(3);

        Assert.Empty(waves.Events);
        Assert.Empty(log.Steps.OfType<CallStep>());
        Assert.Equal([0, 1, 2], sequence);
        Assert.Equal([0, 1, 2], sequence);
        Assert.Equal(["[0,1,2]", "[0,1,2]"], Steps(log, "CountNow").Select(s => s.OutputJson.ToString()));
    }

    [Fact]
    public void Steps_of_the_callee_are_children_and_those_of_the_consumer_are_not()
    {
        using var log = StepLog.InMemory();

        foreach (var wave in new Waves().Count(2))
        {
            new Waves().Measure(10);
        }

        var sequence = Steps(log, "CountNow").Single();
        Assert.Equal([sequence.SpanId, null, sequence.SpanId, null, sequence.SpanId], Steps(log, "Measure").Select(s => s.ParentId));
    }

    [Fact]
    public void Early_end_disposes_and_an_exception_is_the_callees_own()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        Assert.Equal(0, waves.Count(5).First());
        Assert.Equal(["begin", "end"], waves.Events);
        Assert.Same(waves.Thrown, Assert.Throws<InvalidDataException>(() => { _ = waves.Count(5, 1).ToList(); }));

        Assert.Equal([(true, null, 1L), (false, "Out of waves.", 1L)], Steps(log, "CountNow").Select(s => (s.Incomplete, s.Error, s.Items!.Value)));
    }

    [Fact]
    public void Sequence_without_a_type_and_enumerators_are_recorded_too()
    {
        using var log = StepLog.InMemory();
        var waves = new Waves();

        Assert.Equal([0, 1], waves.Untyped(2).Cast<int>());
        using (var enumerator = waves.Enumerate(2))
        {
            Assert.True(enumerator.MoveNext());
            Assert.Equal((0, (object)0), (enumerator.Current, ((IEnumerator)enumerator).Current));
        }

        var untyped = Steps(log, "Untyped").Single();
        var enumerated = Steps(log, "Enumerate").Single();
        Assert.Equal(("[0,1]", 2L), (untyped.OutputJson.ToString(), untyped.Items));
        Assert.Equal(("[0]", true), (enumerated.OutputJson.ToString(), enumerated.Incomplete));
    }

    [Fact]
    public async Task Task_of_a_sequence_is_one_step()
    {
        using var log = StepLog.InMemory();

        Assert.Equal([0, 1], await new Waves().SoonAsync(2));

        Assert.Equal("[0,1]", Steps(log, "Soon").Single().OutputJson.ToString());
    }

    [Fact]
    public void What_is_materialised_is_recorded_at_once_and_stays_the_same_object()
    {
        using var log = StepLog.InMemory();
        List<string> names = ["Uluwatu", "Nazaré"];

        Assert.Same(names, new Waves().Materialised(names));
        Assert.Empty(new Waves().Materialised([]));

        Assert.Equal(["""["Uluwatu","Nazaré"]""", "[]"], Steps(log, "Materialised").Select(s => s.OutputJson.ToString()));
        Assert.All(Steps(log, "Materialised"), s => Assert.Null(s.Items));
    }

    [Fact]
    public void Query_is_not_wrapped_and_not_run()
    {
        using var log = StepLog.InMemory();

        var query = new Waves().Query(["a"]);

        Assert.IsAssignableFrom<IQueryable<string>>(query);
        Assert.Equal("\"[not enumerated]\"", Steps(log, "Query").Single().OutputJson.ToString());
    }

    private static List<ToolCallStep> Steps(StepLog log, string tool) => log.Steps.OfType<ToolCallStep>().Where(s => s.Tool == tool).ToList();
}
