using System.Runtime.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Redacting;

/// <summary>
/// Which values the message of an exception may repeat, since it came out of a call that was given them: it goes on outwards, and fails the calls around
/// that one and the run, which were given them as something else or not at all. Known as long as the exception lives, and nothing of it is changed.
/// </summary>
internal static class ThrownSecrets
{
    // Of one exception, which may be thrown again and again.
    private const int MaxValues = 256;

    private static readonly ConditionalWeakTable<Exception, SecretValue[]> s_known = [];

    /// <summary>Those of an exception and of all within it.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="more">Those of the call that it came out of: they belong to it from now on.</param>
    internal static SecretValue[] Of(Exception exception, SecretValue[] more)
    {
        // A task that failed in several ways gives another exception around them each time; and who catches one may throw on what is in it.
        var thrown = ThrownTree.Of(exception);
        var found = new HashSet<SecretValue>(more);
        foreach (var one in thrown)
        {
            if (s_known.TryGetValue(one.Exception, out var known))
            {
                found.UnionWith(known);
            }
        }

        SecretValue[] all = [.. found];
        if (more.Length > 0)
        {
            var kept = all.Length <= MaxValues ? all : more;
            foreach (var one in thrown)
            {
                s_known.AddOrUpdate(one.Exception, kept);
            }
        }

        return all;
    }
}
