using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The run's entry in the W3C header <c>tracestate</c>: a list of <c>key=value</c> with commas. The entries of other vendors are kept.</summary>
internal static class TraceState
{
    private const string Key = "agentsteplog";

    // The limit of the standard.
    private const int MaxMembers = 32;

    // A client may send a longer text. Proxies keep 512 characters, so a text longer than this is no trace state.
    internal const int MaxLength = 8192;

    /// <summary>Puts the run first, because the standard puts the last change first.</summary>
    internal static string With(string? others, string runId)
    {
        var kept = Known(others).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(member => KeyOf(member) != Key && IsPrintable(member))
            .Take(MaxMembers - 1);
        return string.Join(',', kept.Prepend($"{Key}={runId}"));
    }

    internal static string? RunIdOf(string? traceState)
    {
        foreach (var member in Known(traceState).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (KeyOf(member) == Key)
            {
                var id = member[(Key.Length + 1)..];
                return WellFormedRunId.Flaw(id) is null ? id : null;
            }
        }

        return null;
    }

    // Any client may have sent it. A line break would begin a header of its own, and a request with other characters could not be sent.
    private static bool IsPrintable(string member) => !member.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Known(string? traceState) => traceState is { Length: <= MaxLength } ? traceState : "";

    private static string KeyOf(string member) => member.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end ? member[..end] : "";
}
