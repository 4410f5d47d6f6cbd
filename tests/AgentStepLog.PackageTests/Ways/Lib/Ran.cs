namespace Lib;

/// <summary>The truth: every tool says here that it ran, and by which way it was reached, log or no log.</summary>
public static class Ran
{
    private static readonly List<string> s_ways = [];

    public static IReadOnlyList<string> Ways => s_ways;

    public static string Through(string way)
    {
        lock (s_ways)
        {
            s_ways.Add(way);
        }

        return way;
    }
}
