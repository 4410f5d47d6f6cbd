using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace AgentStepLog.Tools;

/// <summary>The regular expressions of tools' parameters. Each is made once, because they are constants of the program.</summary>
internal static class JsonPatterns
{
    // A model's text must not block a program, however slow the expression is.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly ConcurrentDictionary<string, Regex> s_known = new(StringComparer.Ordinal);

    /// <summary>Whether a text matches; also false if the match takes too long.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        try
        {
            return s_known.GetOrAdd(pattern, static p => new Regex(p, RegexOptions.CultureInvariant, Patience)).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
