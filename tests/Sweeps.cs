using System.Globalization;

namespace AgentStepLog.Testing;

/// <summary>
/// How long the sweeps are: tests that try one thing at each of very many places. By default each takes a part of the places, spread over all of them, so
/// that the whole suite stays short. With the environment variable <c>AGENTSTEPLOG_SWEEPS=full</c>, which <c>.ci/run</c> sets, each takes as many as it names.
/// </summary>
internal static class Sweeps
{
    private const string Variable = "AGENTSTEPLOG_SWEEPS";

    /// <summary>Whether sweeps are full.</summary>
    internal static bool AreFull { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "short" => false,
        "full" => true,
        var other => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Variable} is \"{other}\". It may be \"full\" or \"short\".")),
    };

    /// <summary>The step from one place to the next.</summary>
    /// <param name="brief">Of a short sweep. A full one takes each place.</param>
    internal static int Step(int brief) => AreFull ? 1 : brief;

    /// <summary>
    /// Which of a run's calls to the system a sweep of faults takes. A short one takes a third of each kind of call, so that each fault meets each kind: always the
    /// first of a kind, and the last call of all. It begins elsewhere for each fault.
    /// </summary>
    /// <param name="calls">The kinds of the calls, in their order.</param>
    /// <param name="fault">The number of the fault among those of the test.</param>
    /// <param name="step">From one call of a kind to the next in a full sweep.</param>
    internal static IEnumerable<int> Ordinals(IReadOnlyList<string> calls, int fault, int step = 1)
    {
        step *= AreFull ? 1 : 3;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < calls.Count; ordinal++)
        {
            seen[calls[ordinal]] = seen.GetValueOrDefault(calls[ordinal], -1) + 1;
            var ofKind = seen[calls[ordinal]];
            if ((ofKind + fault) % step == 0 || ofKind == 0 || ordinal == calls.Count - 1)
            {
                yield return ordinal;
            }
        }
    }

    /// <summary>How often something random is tried.</summary>
    /// <param name="full">In a full sweep.</param>
    /// <param name="brief">In a short one.</param>
    internal static int Count(int full, int brief) => AreFull ? full : brief;
}
