using AgentStepLog.Benchmarks.Workloads;

namespace AgentStepLog.Benchmarks.Wrappers;

internal sealed class Search : ISearch
{
    public int Find(string query, int limit, bool exact, double weight, string path) => SearchTools.FindPlain(query, limit, exact, weight, path);
}
