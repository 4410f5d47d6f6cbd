using AgentStepLog.IntegrationTests.Contracts;

namespace AgentStepLog.IntegrationTests.Calls;

/// <summary>Methods of extension blocks, called as members and by the class around the block.</summary>
public sealed class ExtensionBlockTests
{
    [Fact]
    public void Called_as_a_member_or_by_its_class_it_is_one_tool()
    {
        using var log = StepLog.InMemory();

        Assert.Equal(1, "abc".Find("b"));
        Assert.Equal(2, Blocks.Find("abc", "c"));
        Assert.Equal(0, "abc"?.Find('a'));
        Assert.Equal(3, 2.Find("a"));
        Assert.Equal(4, Blocks.Find(2, word: "ab"));

        var steps = Steps(log);
        Assert.Equal(["Find", "Find", "FindChar", "FindInNumber", "FindInNumber"], steps.Select(s => s.Tool));
        Assert.All(steps, s => Assert.Equal(("AgentStepLog.IntegrationTests.Calls.Blocks.Find", StepRoute.Direct), (s.Method, s.Route)));
        Assert.Equal("""{"number":2,"word":"ab"}""", steps[4].InputJson.ToString());
        Assert.Equal("2", steps[1].OutputJson.ToString());
        Assert.Equal("b", steps[0].InputJson.ToElement().GetProperty("word").GetString());
        Assert.DoesNotContain("abc", steps[0].InputJson.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Static_and_generic_members_are_recorded()
    {
        using var log = StepLog.InMemory();

        Assert.Equal("xx", string.Of(2));
        Assert.Equal("y", Blocks.Of(1, 'y'));
        Assert.Equal("13", new[] { 1 }.Pair(3));
        Assert.Equal("a4", Blocks.Pair(["a"], 4));
        Assert.Equal(2, IReadOnlyList<int>.Size([1, 2]));
        Assert.Equal(0, Compare("a"));

        Assert.Equal(["Of", "Of", "Pair", "Pair", "Size", "Against"], Steps(log).Select(s => s.Tool));
        Assert.Equal("""{"items":[1],"other":3}""", Steps(log)[2].InputJson.ToString());

        static int Compare<T>(T value) where T : class, IComparable => value.Against(value);
    }

    [Fact]
    public void Struct_behind_a_reference_is_changed_in_place()
    {
        using var log = StepLog.InMemory();
        var counters = new BlockCounter[1];

        _ = counters[0].Next() + counters[0].Next() + Blocks.Next(ref counters[0]);

        Assert.Equal(3, counters[0].Count);
        Assert.Equal(3, Steps(log).Count);
    }

    [Fact]
    public void Private_member_is_recorded_through_its_partial_class()
    {
        using var log = StepLog.InMemory();

        Assert.Equal(3, "abc".UseHidden());

        Assert.Equal("Blocks.UseHidden", Assert.Single(Steps(log)).Caller!.Member);
    }

    [Fact]
    public void Member_of_a_referenced_assembly_is_recorded()
    {
        using var log = StepLog.InMemory();

        Assert.Equal(3, "abc".Fathoms() + SeaBlocks.Fathoms(""));
        Assert.Equal("sea", string.Sea());

        Assert.Equal(["Fathoms", "Fathoms", "Sea"], Steps(log).Select(s => s.Tool));
    }

    [Fact]
    public async Task Table_tells_of_it_and_calls_it()
    {
        using var log = StepLog.InMemory();
        var find = BlocksAgentTools.AgentTools()["Find"];

        Assert.Equal("Finds a word.", find.Description);
        Assert.Contains("What is looked through.", find.Schema, StringComparison.Ordinal);
        Assert.Contains("The word.", find.Schema, StringComparison.Ordinal);
        var result = await find.InvokeAsync("""{"text":"abc","word":"c"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("2", result.Content);
        Assert.Equal(StepRoute.Table, Assert.Single(Steps(log)).Route);
    }

    private static List<ToolCallStep> Steps(StepLog log) => [.. log.Steps.OfType<ToolCallStep>()];
}
