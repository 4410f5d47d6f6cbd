using AgentStepLog.Tools;

namespace AgentStepLog.Tests.Tools;

public sealed class PatternBudgetTests
{
    [Fact]
    public void A_call_has_one_time_for_all_its_texts_and_no_text_is_looked_at_when_it_is_spent()
    {
        Assert.False(new PatternBudget(TimeSpan.Zero).IsMatch("a", "a"));
        var budget = new PatternBudget(TimeSpan.FromTicks(1));
        Assert.True(budget.IsMatch("^(a|b|ab)*c$", new string('a', 10_000) + "c"));
        Assert.False(budget.IsMatch("a", "a"));
        budget.Reset();
        Assert.True(budget.IsMatch("a", "a"));
    }

    [Fact]
    public void A_name_of_any_length_is_answered_without_looking_for_the_one_that_was_meant()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(NearestName.Of(new string('x', 257), ["x"]));
        var name = new string('x', 10_000_000);
        var made = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(NearestName.Of(name, ["x"]));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - made, 0, 1024);
        Assert.True(made > before);
    }
}
