using System.Text;
using AgentStepLog.Redacting;

namespace AgentStepLog.Writing;

/// <summary>What a record says of an exception. An exception's own members may throw; that too is said, and goes no further.</summary>
internal static class ErrorText
{
    // UTF-16 units of a message that is told in passing: a few kilobytes of it are kept, and a known value may begin in them and end far behind.
    private const int MaxTold = LineFormat.MaxError + KnownValues.MaxBytes;

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
        Cut(secrets.Redact($"{exception.GetType().FullName}: {Beginning(Message(exception))}"), LineFormat.MaxError);

    // Far enough that no token or known value begins in what is kept and ends beyond.
    private static string Beginning(string text) => text.Length <= MaxTold ? text : text[..MaxTold];

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
        var frames = Beginning(trace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("at ", StringComparison.Ordinal))
            .Select(line => line["at ".Length..])
            // Hidden from traces, but a trace never hides its last frame, which one of ours is while it records the failure.
            .Where(frame => !OwnFrames.Has(frame));
        return [.. frames.OrderBy(frame => IsUsers(frame) ? 0 : 1).Take(LineFormat.MaxFrames)];
    }

    /// <summary>The beginning of a text that has at most so many bytes in UTF-8, no character torn. Of what may hold a token only <see cref="RunSecrets.Cut"/> takes a beginning.</summary>
    internal static string Cut(string text, int maxBytes)
    {
        if (Fits(text, maxBytes))
        {
            return text;
        }

        Span<byte> bytes = stackalloc byte[maxBytes];
        System.Text.Unicode.Utf8.FromUtf16(text, bytes, out var read, out _);
        return text[..read];
    }

    internal static bool Fits(string text, int maxBytes) => text.Length <= maxBytes / 3 || Encoding.UTF8.GetByteCount(text) <= maxBytes;

    internal static string Unreadable(Exception exception) => $"[unreadable:{exception.GetType().FullName}]";

    private static bool IsUsers(string frame) =>
        !frame.StartsWith("System.", StringComparison.Ordinal)
        && !frame.StartsWith("Microsoft.", StringComparison.Ordinal);
}
