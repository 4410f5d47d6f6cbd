using System.Runtime.CompilerServices;

namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>The tool of <see cref="SearchTools"/> as one that records itself: without a body, which the generator writes.</summary>
internal static partial class SelfRecordingTools
{
    /// <summary>Finds text in files.</summary>
    /// <param name="query">Text to find.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="exact">Whether case counts.</param>
    /// <param name="weight">From 0 to 1.</param>
    /// <param name="path">Folder, relative.</param>
    [AgentTool(Name = "FindRecorded")]
    public static partial int Find(string query, int limit, bool exact, double weight, string path);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindCore(string query, int limit, bool exact, double weight, string path) => query.Length + limit;
}
