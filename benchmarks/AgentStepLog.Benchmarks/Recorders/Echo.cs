using System.Runtime.CompilerServices;

namespace AgentStepLog.Benchmarks.Recorders;

internal static class Echo
{
    public static string Output { get; set; } = "";

    /// <summary>Finds text in files, and returns what it is told to.</summary>
    /// <param name="query">Text to find.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="exact">Whether case counts.</param>
    /// <param name="weight">From 0 to 1.</param>
    /// <param name="path">Folder, relative.</param>
    [AgentTool(Name = "FindEcho")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Find(string query, int limit, bool exact, double weight, string path) => Output;
}
