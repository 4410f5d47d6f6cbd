namespace AgentStepLog.Writing;

/// <summary>Why a call or a run failed.</summary>
internal readonly struct Failure
{
    private Failure(string message, string? type, string[] frames, bool canceled, Exception? thrown = null)
    {
        Message = message;
        Type = type;
        Frames = frames;
        Canceled = canceled;
        Thrown = thrown;
    }

    internal string? Message { get; }

    internal string? Type { get; }

    internal string[]? Frames { get; }

    internal bool Canceled { get; }

    /// <summary>What the call threw.</summary>
    internal Exception? Thrown { get; }

    internal static Failure Of(string message) => new(message, null, [], canceled: false);

    internal static Failure Of(Exception exception) => new(
        ErrorText.Message(exception),
        exception.GetType().FullName ?? exception.GetType().Name,
        ErrorText.Frames(exception),
        exception is OperationCanceledException,
        exception);

    /// <summary>The call's result is none that a model can be given.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="exception">What was thrown while it was written.</param>
    /// <param name="isWithheld">Whether nothing of the result may be recorded: what was thrown may speak of it.</param>
    internal static Failure Unwritable(string tool, Exception exception, bool isWithheld) => new(
        isWithheld ? $"The result of {tool} cannot be written as JSON." : UnwritableText(tool, exception),
        exception.GetType().FullName ?? exception.GetType().Name,
        ErrorText.Frames(exception),
        canceled: false);

    /// <summary>The same for the model.</summary>
    internal static string UnwritableText(string tool, Exception exception) =>
        $"The result of {tool} cannot be written as JSON: {ErrorText.Message(exception)}";

    /// <summary>Without frames, but for those of what was thrown by somebody else.</summary>
    internal static Failure Refused(Exception exception) => new(
        ErrorText.Message(exception),
        exception.GetType().FullName ?? exception.GetType().Name,
        exception.InnerException is { } cause ? ErrorText.Frames(cause) : [],
        canceled: false);

    /// <summary>Writes the error fields; on a call's outcome <c>error</c> is there in any case. What it repeats of the line's <see cref="Line.Secrets"/> is withheld.</summary>
    internal void Write(Line line, bool always)
    {
        if (Message is not { } message)
        {
            if (always)
            {
                line.Name("error"u8);
                line.Json.Raw("null"u8);
            }

            return;
        }

        var kept = line.Cut(message, LineFormat.MaxError);
        var start = line.Json.Length;
        line.Name("error"u8);
        line.Json.String(kept); // short enough to stay a string whatever the line's length
        if (!ReferenceEquals(kept, message))
        {
            line.Blob("error_blob"u8, message);
        }

        line.MayRepeat(start);
        line.Label("error_type"u8, Type);
        start = line.Json.Length;
        line.Texts("error_frames"u8, Cut(Frames!, line));
        line.MayRepeat(start);
        if (Canceled)
        {
            line.Name("canceled"u8);
            line.Json.Bool(true);
        }
    }

    // Not where the fields are written: the closure would be made for calls that succeed, too.
    private static string[] Cut(string[] frames, Line line) => Array.ConvertAll(frames, frame => line.Cut(frame, LineFormat.MaxFrame));
}
