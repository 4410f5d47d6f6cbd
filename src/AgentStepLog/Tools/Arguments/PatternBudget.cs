using System.Diagnostics;

namespace AgentStepLog.Tools;

/// <summary>Limits the time of all regular expressions in one call's arguments together, however many texts there are.</summary>
/// <param name="patience">The time for all matches.</param>
internal sealed class PatternBudget(TimeSpan patience)
{
    private TimeSpan _spent;

    /// <summary>Whether a text matches; also false if the match takes too long, or if no time is left.</summary>
    internal bool IsMatch(string pattern, string text)
    {
        if (_spent >= patience)
        {
            return false;
        }

        var begun = Stopwatch.GetTimestamp();
        var matches = JsonPatterns.IsMatch(pattern, text);
        _spent += Stopwatch.GetElapsedTime(begun);
        return matches;
    }

    internal void Reset() => _spent = TimeSpan.Zero;
}
