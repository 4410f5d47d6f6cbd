using System.Globalization;

namespace AgentStepLog.Testing;

/// <summary>
/// How long the sweeps are: tests that try one thing at each of very many places. By default each takes a part of the places, spread over all of them, so
/// that the whole suite stays short. With the environment variable <c>AGENTSTEPLOG_SWEEPS=full</c>, which <c>.ci/run</c> sets, it takes all.
/// </summary>
internal static class Sweeps
{
    private const string Variable = "AGENTSTEPLOG_SWEEPS";

    /// <summary>Whether each sweep takes all places.</summary>
    internal static bool AreFull { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "short" => false,
        "full" => true,
        var other => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Variable} is \"{other}\". It may be \"full\" or \"short\".")),
    };

    /// <summary>The step from one place to the next.</summary>
    /// <param name="brief">Of a short sweep. A full one takes each place.</param>
    internal static int Step(int brief) => AreFull ? 1 : brief;

    /// <summary>How often something random is tried.</summary>
    /// <param name="full">In a full sweep.</param>
    /// <param name="brief">In a short one.</param>
    internal static int Count(int full, int brief) => AreFull ? full : brief;
}
