using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Manifest;

namespace AgentStepLog;

/// <summary>
/// Counts the calls of annotated methods that this process did not record because no run was active. The event source <c>AgentStepLog</c> reports the first such call
/// as a warning.
/// </summary>
public static class UnrecordedCalls
{
    // Each method has its own counter, so that threads that call different methods do not compete for one number. The sum is computed when it is read.
    private static readonly List<RecordedMethod> s_methods = [];
    private static long s_nameless;

    /// <summary>The number of unrecorded calls of all methods.</summary>
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

    /// <summary>
    /// The number of unrecorded calls by the method's full name, for projects that set <see cref="WhenNoLog.Count"/>. The result does not change afterwards.
    /// </summary>
    public static IReadOnlyDictionary<string, long> ByMethod
    {
        get
        {
            lock (s_methods)
            {
                // Several assemblies that call one method each have their own instance of it.
                return s_methods.Where(method => method.WhenNoLog == WhenNoLog.Count)
                    .GroupBy(method => method.Method, StringComparer.Ordinal)
                    .ToDictionary(same => same.Key, same => same.Sum(method => method.Unrecorded), StringComparer.Ordinal);
            }
        }
    }

    /// <exception cref="InvalidOperationException">The method's project sets <see cref="WhenNoLog.Throw"/>, and recording is not switched off.</exception>
    internal static void Count(RecordedMethod method)
    {
        if (method.Method.Length == 0)
        {
            // A method that is made for one call, such as that of a tool that does not exist, is not kept in the list, because that would be a leak.
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
