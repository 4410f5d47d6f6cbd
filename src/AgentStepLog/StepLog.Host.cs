using AgentStepLog.Capture;
using AgentStepLog.Records;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>Records what a user said, and what the user had been asked.</summary>
    /// <param name="response">What the user said; null when no answer came.</param>
    /// <param name="prompt">What the user was asked; null when the user spoke first.</param>
    /// <exception cref="ArgumentException">Both are null.</exception>
    public void UserInput(string? response, string? prompt = null)
    {
        if (response is null && prompt is null)
        {
            throw new ArgumentException("log.UserInput needs what the user said, or what the user was asked: both are null.", nameof(response));
        }

        Record(StepKind.UserInput, (prompt, response), static (line, fields) =>
        {
            line.Text("prompt"u8, fields.prompt);
            line.Text("response"u8, fields.response);
        });
    }

    /// <summary>Records what a user was shown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="role">As whom it was said, such as <c>assistant</c>.</param>
    public void UserOutput(string text, string? role = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Record(StepKind.UserOutput, (role, text), static (line, fields) =>
        {
            line.Label("role"u8, fields.role);
            line.Text("text"u8, fields.text);
        });
    }

    /// <summary>Records a request to be allowed something, and its answer.</summary>
    /// <param name="allowed">The answer; null when there was none.</param>
    /// <param name="tool">The tool that asks.</param>
    /// <param name="action">What it wants to do, such as <c>write</c>.</param>
    /// <param name="resource">To what, such as a path or an address.</param>
    /// <param name="summary">The same for people.</param>
    /// <param name="rememberForSession">Whether the answer holds for the whole session.</param>
    /// <exception cref="ArgumentException">Nothing says what was asked for: tool, action, resource and summary are all empty.</exception>
    public void Permission(
        bool? allowed,
        string? tool = null,
        string? action = null,
        string? resource = null,
        string? summary = null,
        bool? rememberForSession = null)
    {
        if (string.IsNullOrWhiteSpace(tool) && string.IsNullOrWhiteSpace(action) && string.IsNullOrWhiteSpace(resource) && string.IsNullOrWhiteSpace(summary))
        {
            throw new ArgumentException("log.Permission needs what was asked for: give at least one of tool, action, resource and summary.", nameof(tool));
        }

        Record(StepKind.PermissionRequest, (tool, action, resource, summary, allowed, rememberForSession), static (line, fields) =>
        {
            line.Label("tool"u8, fields.tool);
            line.Label("action"u8, fields.action);
            line.Text("resource"u8, fields.resource);
            line.Text("summary"u8, fields.summary);
            line.Flag("allowed"u8, fields.allowed);
            line.Flag("remember_for_session"u8, fields.rememberForSession);
        });
    }

    /// <summary>Records an operation on an agent's memory. What was read or written stands only where the caller puts it, in summary or metadata.</summary>
    /// <param name="operation">What was done, such as <c>read</c>, <c>write</c>, <c>search</c> or <c>delete</c>.</param>
    /// <param name="memoryUri">On what.</param>
    /// <param name="scope">Whose memory, such as <c>session</c> or <c>user</c>.</param>
    /// <param name="mimeType">The content's type.</param>
    /// <param name="title">The content's title.</param>
    /// <param name="summary">What it is about, for people.</param>
    /// <param name="sizeBytes">The content's size in bytes.</param>
    /// <param name="version">The content's version.</param>
    /// <param name="metadata">Whatever else is to be known. Recorded in ordinal order of the keys.</param>
    /// <exception cref="ArgumentException">The operation is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public void Memory(
        string operation,
        string? memoryUri = null,
        string? scope = null,
        string? mimeType = null,
        string? title = null,
        string? summary = null,
        long? sizeBytes = null,
        string? version = null,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        Given.Name(operation, "The operation of log.Memory", "say in a word what was done, such as \"read\" or \"write\"");
        if (sizeBytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(sizeBytes), sizeBytes, "The size of log.Memory is a number of bytes, and not negative. Leave it null where it is not known.");
        }

        Record(StepKind.MemoryOperation, (operation, memoryUri, scope, mimeType, title, summary, sizeBytes, version, metadata), static (line, fields) =>
        {
            line.Label("operation"u8, fields.operation);
            line.Text("memory_uri"u8, fields.memoryUri);
            line.Label("scope"u8, fields.scope);
            line.Label("mime_type"u8, fields.mimeType);
            line.Text("title"u8, fields.title);
            line.Text("summary"u8, fields.summary);
            line.Number("size_bytes"u8, fields.sizeBytes);
            line.Label("version"u8, fields.version);
            if (fields.metadata is { Count: > 0 } metadata)
            {
                line.Texts("metadata"u8, new SortedDictionary<string, string>(metadata.ToDictionary(), StringComparer.Ordinal));
            }
        });
    }
}
