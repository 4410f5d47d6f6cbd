namespace AgentStepLog.Writing;

/// <summary>Why a call or a run failed.</summary>
internal readonly struct Failure
{
    private Failure(string message, string[] frames, Exception? thrown, List<ThrownNode>? within = null)
    {
        Message = message;
        Type = thrown is null ? null : ErrorText.TypeName(thrown);
        Frames = frames;
        Causes = within is null ? [] : ErrorCauses.Of(within);
        Thrown = thrown;
    }

    internal string? Message { get; }

    internal string? Type { get; }

    internal string[]? Frames { get; }

    internal ErrorCause[]? Causes { get; }

    internal bool Canceled { get; private init; }

    /// <summary>The exception that the call threw.</summary>
    internal Exception? Thrown { get; }

    internal static Failure Of(string message) => new(message, [], thrown: null);

    internal static Failure Of(Exception exception)
    {
        var within = ThrownTree.Of(exception);
        return new(ErrorText.Message(exception), ErrorText.Frames(exception), exception, within) { Canceled = Cancellation.Is(within) };
    }

    /// <summary>The call's result cannot be given to a model.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="exception">The exception that was thrown while the result was serialized.</param>
    /// <param name="isWithheld">Whether nothing of the result may be recorded. Then the exception is not recorded either, because it may quote the result.</param>
    internal static Failure Unwritable(string tool, Exception exception, bool isWithheld) => isWithheld
        ? new($"The result of {tool} cannot be written as JSON.", ErrorText.Frames(exception), exception)
        : new(UnwritableText(tool, exception), ErrorText.Frames(exception), exception, ThrownTree.Of(exception));

    /// <summary>The text for the model.</summary>
    internal static string UnwritableText(string tool, Exception exception) =>
        $"The result of {tool} cannot be written as JSON: {ModelText.Of(exception)}";

    /// <summary>The call was refused. Frames are recorded only for the exception that caused the refusal.</summary>
    internal static Failure Refused(Exception exception) => new(
        ErrorText.Message(exception),
        exception.InnerException is { } cause ? ErrorText.Frames(cause) : [],
        exception,
        ThrownTree.Of(exception));

    /// <summary>Writes the error fields. With <paramref name="always"/>, <c>error</c> is written as null if there is no error.</summary>
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

        var kept = line.CutError(message, out var goesOn);
        line.Name("error"u8);
        line.Json.String(kept); // the text is short enough to stay in the line, however long the line is
        if (goesOn)
        {
            line.Blob("error_blob"u8, message);
        }

        line.Label("error_type"u8, Type);
        line.Texts("error_frames"u8, Cut(Frames!, line));
        WriteCauses(line);
        if (Canceled)
        {
            line.Name("canceled"u8);
            line.Json.Bool(true);
        }
    }

    private void WriteCauses(Line line)
    {
        if (Causes is not { Length: > 0 } causes)
        {
            return;
        }

        line.Name("error_causes"u8);
        var start = line.Json.Length;
        for (var i = 0; i < causes.Length; i++)
        {
            line.Json.Raw(i == 0 ? "[{\"depth\":"u8 : ",{\"depth\":"u8);
            line.Json.Number(causes[i].Depth);
            line.Json.Raw(",\"type\":"u8);
            line.Json.String(line.Beginning(causes[i].Type, LineLimits.MaxCauseType));
            line.Json.Raw(",\"message\":"u8);
            line.Json.String(line.Beginning(causes[i].Message, LineLimits.MaxCause));
            line.Json.Byte((byte)'}');
        }

        line.Json.Byte((byte)']');
        line.EndValue(start);
    }

    // A method of its own, so that the closure is not allocated for calls that succeed.
    private static string[] Cut(string[] frames, Line line) => Array.ConvertAll(frames, frame => line.Cut(frame, LineLimits.MaxFrame));
}
