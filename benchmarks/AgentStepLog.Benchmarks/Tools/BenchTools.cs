using System.ComponentModel;

namespace AgentStepLog.Benchmarks.Tools;

/// <summary>The five signatures by which calls through a tool table are compared with those through an <c>AIFunction</c>.</summary>
internal static class BenchTools
{
    /// <summary>A text to a text.</summary>
    [AgentTool, Description("Greets.")]
    public static string Text([Description("Whom.")] string name) => name;

    /// <summary>Several scalars, of which three are left to their defaults.</summary>
    [AgentTool, Description("Finds places.")]
    public static int Scalars(string query, int limit, bool exact, double weight = 0.5, string path = "src", long after = 0) =>
        query.Length + limit + path.Length + (exact ? 1 : 0) + (int)weight + (int)after;

    /// <summary>An object in an object.</summary>
    [AgentTool, Description("Books a trip.")]
    public static string Nested(Trip trip) => trip.To.City;

    /// <summary>A list of records to a record.</summary>
    [AgentTool, Description("Sums up an order.")]
    public static Total Records(IReadOnlyList<Line> lines)
    {
        var sum = 0m;
        foreach (var line in lines)
        {
            sum += line.Price * line.Count;
        }

        return new(lines.Count, sum, lines.Count > 0 ? lines[0].Article : null);
    }

    /// <summary>An asynchronous one, with an enum and a token.</summary>
    [AgentTool, Description("Reads the forecast.")]
    public static async Task<string> ForecastAsync(string place, Scale scale, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        return scale == Scale.Celsius ? place : "";
    }
}
