namespace AgentStepLog.Benchmarks.Wrappers;

/// <summary>What proxies need: an interface to stand in for.</summary>
public interface ISearch
{
    /// <summary>As <c>SearchTools.FindPlain</c>.</summary>
    int Find(string query, int limit, bool exact, double weight, string path);
}
