using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>Reads the text of an exception for a record. The exception's own members may throw; the record then says so.</summary>
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

    /// <summary>The type and the message without secrets, as <see cref="StepLogHealth"/> reports them.</summary>
    internal static string Told(Exception exception, RunSecrets secrets) =>
        TextStart.Of(secrets.Withhold($"{exception.GetType().FullName}: {TextStart.Searched(Message(exception), LineLimits.MaxError)}"), LineLimits.MaxError);

    /// <summary>
    /// The first frames; frames of the user's code come before frames of the framework. Frames of this library and of generated code are left out, because they do not
    /// explain the error.
    /// </summary>
    internal static string[] Frames(Exception exception)
    {
        string? trace;
        try
        {
            // A task that failed in several ways has no frames itself.
            trace = exception.StackTrace ?? (exception as AggregateException)?.InnerException?.StackTrace;
        }
        catch (Exception e)
        {
            return [Unreadable(e)];
        }

        // Frames are read from the text, because ahead-of-time compilation allows no reflection on them, and the text is the same with it and without.
        var frames = TextStart.Searched(trace ?? "", LineLimits.MaxError).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("at ", StringComparison.Ordinal))
            .Select(line => line["at ".Length..])
            // These frames are hidden from traces, but a trace always shows its last frame. That is this library's frame while it records the failure.
            .Where(frame => !OwnFrames.Has(frame));
        return [.. frames.OrderBy(frame => IsUsers(frame) ? 0 : 1).Take(LineLimits.MaxFrames)];
    }

    internal static string Unreadable(Exception exception) => $"[unreadable:{exception.GetType().FullName}]";

    private static bool IsUsers(string frame) =>
        !frame.StartsWith("System.", StringComparison.Ordinal)
        && !frame.StartsWith("Microsoft.", StringComparison.Ordinal);
}
