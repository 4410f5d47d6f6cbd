using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Manifest;

namespace AgentStepLog;

/// <summary>
/// Counts the calls of annotated methods that this process did not record, because no run was active. The event source <c>AgentStepLog</c> tells the first one, as a warning.
/// </summary>
public static class UnrecordedCalls
{
    // Each method counts its own, so that threads that call different methods do not fight for one number; the sum is made when it is asked for.
    private static readonly List<RecordedMethod> s_methods = [];
    private static long s_nameless;

    /// <summary>How many there were, of all methods.</summary>
    public static long Total
    {
        get
        {
            lock (s_methods)
            {
                return s_nameless + s_methods.Sum(method => method.Unrecorded);
            }
        }
    }

    /// <summary>How many there were of each method, by its full name, for the projects that set <see cref="WhenNoLog.Count"/>. A snapshot.</summary>
    public static IReadOnlyDictionary<string, long> ByMethod
    {
        get
        {
            lock (s_methods)
            {
                // One method may be known to several assemblies that call it.
                return s_methods.Where(method => method.WhenNoLog == WhenNoLog.Count)
                    .GroupBy(method => method.Method, StringComparer.Ordinal)
                    .ToDictionary(same => same.Key, same => same.Sum(method => method.Unrecorded), StringComparer.Ordinal);
            }
        }
    }

    /// <exception cref="InvalidOperationException">The method's project wants it so, and recording is not switched off.</exception>
    internal static void Count(RecordedMethod method)
    {
        if (method.Method.Length == 0)
        {
            // Made for one call, such as that of a tool that does not exist: to keep them all would be a leak.
            Interlocked.Increment(ref s_nameless);
        }
        else if (method.CountUnrecorded())
        {
            FirstOf(method);
        }

        if (method.WhenNoLog == WhenNoLog.Throw && !Recording.IsOff)
        {
            throw new InvalidOperationException(
                $"{method.Method} was called while no step log was active, and this project asks for that to be an error. "
                + "Start a log before the call (StepLog.Start), make one active in this flow (log.Use()), "
                + "or set the MSBuild property AgentStepLogWhenNoLog to PassThrough or Count.");
        }
    }

    private static void FirstOf(RecordedMethod method)
    {
        lock (s_methods)
        {
            s_methods.Add(method);
        }

        if (!Recording.IsOff)
        {
            StepLogEvents.Instance.CallWentBy(method.Method);
        }
    }
}
