using AgentStepLog.Benchmarks.Workloads;

namespace AgentStepLog.Benchmarks.Wrappers;

internal static class WovenSearch
{
    [Around]
    public static int Find(string query, int limit, bool exact, double weight, string path) => SearchTools.FindPlain(query, limit, exact, weight, path);
}
