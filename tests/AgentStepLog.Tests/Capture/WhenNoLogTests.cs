using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tests.Capture;

public sealed class WhenNoLogTests
{
    private static int Call(RecordedMethod method) => Calls.Value(method, 1, static (w, v) => w.Value(v), static () => 42);

    [Fact]
    public void A_call_with_no_active_log_passes_through_and_is_counted()
    {
        var before = UnrecordedCalls.Total;
        var method = RecordedMethod.Tool("Surf.Tools.PassesThrough", "PassesThrough");
        Assert.Equal(42, Call(method));
        Assert.Equal(42, Call(method));
        Assert.True(UnrecordedCalls.Total >= before + 2);
        Assert.Equal(2, method.Unrecorded);
        Assert.False(UnrecordedCalls.ByMethod.ContainsKey("Surf.Tools.PassesThrough"));
    }

    [Fact]
    public void A_call_with_no_active_log_is_counted_by_method_under_Count()
    {
        var method = RecordedMethod.Tool("Surf.Tools.Counted", "Counted", WhenNoLog.Count);
        Assert.Equal(42, Call(method));
        Assert.Equal(42, Call(method));
        Assert.Equal(2, UnrecordedCalls.ByMethod["Surf.Tools.Counted"]);
    }

    [Fact]
    public void A_call_with_no_active_log_does_not_happen_under_Throw()
    {
        var method = RecordedMethod.Tool("Surf.Tools.Strict", "Strict", WhenNoLog.Throw);
        var e = Assert.Throws<InvalidOperationException>(() => Calls.Value(method, 1, static (w, v) => w.Value(v), () =>
        {
            Assert.Fail("The call must not happen.");
            return 0;
        }));
        Assert.Equal(
            "Surf.Tools.Strict was called while no step log was active, and this project asks for that to be an error. "
            + "Start a log before the call (StepLog.Start), make one active in this flow (log.Use()), "
            + "or set the MSBuild property AgentStepLogWhenNoLog to PassThrough or Count.",
            e.Message);
        Assert.Equal(1, method.Unrecorded);
    }

    [Fact]
    public void A_call_with_no_active_log_costs_no_memory()
    {
        var method = RecordedMethod.Tool("Surf.Tools.Cheap", "Cheap");
        Call(method);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Call(method);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_closed_log_counts_as_no_log()
    {
        var method = RecordedMethod.Tool("Surf.Tools.AfterClose", "AfterClose");
        using var log = StepLog.InMemory();
        log.Complete();
        Assert.Equal(42, Call(method));
        Assert.Equal(1, method.Unrecorded);
        Assert.Null(StepLog.Current);
        Assert.Equal(0, log.Health.Late);
    }

    [Fact]
    public void An_explicit_log_wins_over_the_ambient_one_until_it_is_closed()
    {
        var own = StepLog.InMemory();
        using var ambient = StepLog.InMemory();
        Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () => 1, log: own);
        own.Dispose();
        Calls.Value(Calls.Echo, 2, static (w, v) => w.Value(v), () => 2, log: own);

        Assert.Equal("1", Assert.Single(Writing.LogLines.OfType(own, "tool_call")).GetProperty("output").GetRawText());
        Assert.Equal("2", Assert.Single(Writing.LogLines.OfType(ambient, "tool_call")).GetProperty("output").GetRawText());
    }
}
