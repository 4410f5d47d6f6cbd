using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>What a record says of an exception. An exception's own members may throw; that too is said, and goes no further.</summary>
internal static class ErrorText
{
    internal static string Message(Exception exception)
    {
        try
        {
            return exception is AggregateException all && !ThrownTree.CanJoin(all)
                ? $"[not read: it joins the messages of more than {ThrownTree.MostJoined} exceptions]"
                : exception.Message ?? "";
        }
        catch (Exception e)
        {
            return Unreadable(e);
        }
    }

    internal static string TypeName(Exception exception) => exception.GetType().FullName ?? exception.GetType().Name;

    /// <summary>Type and message, without secrets, as <see cref="StepLogHealth"/> tells them.</summary>
    internal static string Told(Exception exception, RunSecrets secrets) =>
        TextStart.Of(secrets.Withhold($"{exception.GetType().FullName}: {TextStart.Searched(Message(exception), LineLimits.MaxError)}"), LineLimits.MaxError);

    /// <summary>The first frames, those of the user's code before those of the framework's. Ours, and those of generated code, say nothing of the error.</summary>
    internal static string[] Frames(Exception exception)
    {
        string? trace;
        try
        {
            // A task that failed in several ways has no frames of its own.
            trace = exception.StackTrace ?? (exception as AggregateException)?.InnerException?.StackTrace;
        }
        catch (Exception e)
        {
            return [Unreadable(e)];
        }

        // The text, since it is the same with and without ahead-of-time compilation, where frames cannot be reflected upon.
        var frames = TextStart.Searched(trace ?? "", LineLimits.MaxError).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("at ", StringComparison.Ordinal))
            .Select(line => line["at ".Length..])
            // Hidden from traces, but a trace never hides its last frame, which one of ours is while it records the failure.
            .Where(frame => !OwnFrames.Has(frame));
        return [.. frames.OrderBy(frame => IsUsers(frame) ? 0 : 1).Take(LineLimits.MaxFrames)];
    }

    internal static string Unreadable(Exception exception) => $"[unreadable:{exception.GetType().FullName}]";

    private static bool IsUsers(string frame) =>
        !frame.StartsWith("System.", StringComparison.Ordinal)
        && !frame.StartsWith("Microsoft.", StringComparison.Ordinal);
}
