using System.Runtime.CompilerServices;

namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>An annotated tool of five arguments, and the same without the attribute: what is compared is the recording alone.</summary>
internal static class SearchTools
{
    private static readonly Task<int> s_found = Task.FromResult(42);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int FindPlain(string query, int limit, bool exact, double weight, string path) => query.Length + limit;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> FindPlainAsync(string query, int limit, bool exact, double weight, string path) => s_found;

    /// <summary>Finds text in files.</summary>
    /// <param name="query">Text to find.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="exact">Whether case counts.</param>
    /// <param name="weight">From 0 to 1.</param>
    /// <param name="path">Folder, relative.</param>
    [AgentTool]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Find(string query, int limit, bool exact, double weight, string path) => query.Length + limit;

    /// <summary>Finds text in files, later.</summary>
    /// <param name="query">Text to find.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="exact">Whether case counts.</param>
    /// <param name="weight">From 0 to 1.</param>
    /// <param name="path">Folder, relative.</param>
    [AgentTool(Name = "FindLater")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> FindAsync(string query, int limit, bool exact, double weight, string path) => s_found;
}
