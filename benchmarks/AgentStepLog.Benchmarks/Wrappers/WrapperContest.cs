using AgentStepLog.Benchmarks.Workloads;

namespace AgentStepLog.Benchmarks.Wrappers;

/// <summary>What it costs to stand between a caller and a method, when there is nothing to record.</summary>
internal static class WrapperContest
{
    private static readonly ISearch s_dispatched = DispatchedSearch.Make();
    private static readonly ISearch s_castle = CastleSearch.Make();

    public static Contest Contest { get; } = new(
        "A call through a wrapper that records nothing", 2_000_000, 11,
        new("direct", Calls.Direct),
        new("annotated, no log active", Calls.Annotated),
        new("LoggerMessage after the call, logger off", static n => Sum(n, LoggedSearch.Find)),
        new("AspectInjector, Around", static n => Sum(n, WovenSearch.Find)),
        new("DispatchProxy", static n => Sum(n, s_dispatched.Find)),
        new("Castle DynamicProxy", static n => Sum(n, s_castle.Find)));

    private static long Sum(int count, Func<string, int, bool, double, string, int> find)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += find("StepLog", i, true, 0.5, "src");
        }

        return sum;
    }
}
