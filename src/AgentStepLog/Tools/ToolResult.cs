using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>What a tool gives back to a model.</summary>
public sealed record ToolResult
{
    /// <summary>
    /// The result as text: a string as it is, or as JSON where it has nothing to see; anything else as JSON; for an error, what went wrong. Never empty where the library made it.
    /// </summary>
    public required string Content { get; init; }

    /// <summary>Whether the tool failed, or was not called because its arguments do not fit.</summary>
    public bool IsError { get; init; }

    /// <summary>What the tool noted while it ran (<see cref="StepLog.Note"/>), in order.</summary>
    public IReadOnlyList<string> Notes { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>What the tool threw; null when it threw nothing. Its type and frames are for the log, not for the model.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What the model is to read: the content, and the notes below it.</summary>
    public override string ToString() => Notes.Count == 0
        ? Content
        : $"{Content}\n\nNotes:\n{string.Join('\n', Notes.Select(note => "- " + note))}";
}
