using System.Diagnostics;

namespace AgentStepLog.Tools;

/// <summary>How long the regular expressions of one call's arguments may take together, however many texts there are.</summary>
/// <param name="patience">That long.</param>
internal sealed class PatternBudget(TimeSpan patience)
{
    private TimeSpan _spent;

    /// <summary>False also where finding out takes too long, and where there is no time left to find out.</summary>
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
