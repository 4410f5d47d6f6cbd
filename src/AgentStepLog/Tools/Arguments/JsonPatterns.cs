using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace AgentStepLog.Tools;

/// <summary>The regular expressions of tools' parameters, each made once: they are constants of the program.</summary>
internal static class JsonPatterns
{
    // A model's text must not hold a program up, whatever the expression does with it.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly ConcurrentDictionary<string, Regex> s_known = new(StringComparer.Ordinal);

    /// <summary>False also where finding out takes too long.</summary>
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
