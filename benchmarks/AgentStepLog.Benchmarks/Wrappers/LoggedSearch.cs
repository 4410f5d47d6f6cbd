using AgentStepLog.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentStepLog.Benchmarks.Wrappers;

/// <summary>What a careful developer writes by hand: a message of the SDK's logging generator after the call, for a logger that is off.</summary>
internal static partial class LoggedSearch
{
    private static readonly ILogger s_logger = NullLogger.Instance;

    public static int Find(string query, int limit, bool exact, double weight, string path)
    {
        var found = SearchTools.FindPlain(query, limit, exact, weight, path);
        Found(s_logger, query, limit, exact, weight, path, found);
        return found;
    }

    [LoggerMessage(1, LogLevel.Information, "Find {Query} {Limit} {Exact} {Weight} {Path}: {Found}")]
    private static partial void Found(ILogger logger, string query, int limit, bool exact, double weight, string path, int found);
}
