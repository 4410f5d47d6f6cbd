using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The result of a tool for a model.</summary>
public sealed record ToolResult
{
    /// <summary>
    /// The result as text: a string unchanged, or as JSON if it is blank; any other value as JSON; for an error, its description. It is never empty in a result that
    /// the library made.
    /// </summary>
    public required string Content { get; init; }

    /// <summary>Whether the tool failed, or was not called because the arguments do not fit.</summary>
    public bool IsError { get; init; }

    /// <summary>The tool's notes (<see cref="StepLog.Note"/>), in order.</summary>
    public IReadOnlyList<string> Notes { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>The exception that the tool threw; null for none. Its type and frames are for the log, and not for the model.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The text for the model: the content, with the notes below it.</summary>
    public override string ToString() => Notes.Count == 0
        ? Content
        : $"{Content}\n\nNotes:\n{string.Join('\n', Notes.Select(note => "- " + note))}";
}
