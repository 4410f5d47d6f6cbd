using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>An operation on an agent's memory.</summary>
public sealed record MemoryOperationStep : HostStep
{
    /// <summary>Makes a step to record. Set its properties.</summary>
    public MemoryOperationStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
    internal MemoryOperationStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.MemoryOperation;

    /// <summary>The operation, such as <c>read</c>, <c>write</c>, <c>search</c> or <c>delete</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The entry of the memory that the operation concerns; null when unknown.</summary>
    public string? MemoryUri { get; init; }

    /// <summary>The scope of the memory, such as <c>session</c> or <c>user</c>; null when unknown.</summary>
    public string? Scope { get; init; }

    /// <summary>The content's type; null when unknown.</summary>
    public string? MimeType { get; init; }

    /// <summary>The content's title; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>A summary of the content, for people; null when there is none.</summary>
    public string? Summary { get; init; }

    /// <summary>The content's size in bytes; null when unknown.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The content's version; null when it has none. A number is given as its text.</summary>
    public string? Version { get; init; }

    /// <summary>The user's own data. A value that is no string is given as its JSON text.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = EquatableDictionary<string>.From(value); } =
        EquatableDictionary<string>.Empty;

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
    internal static RecordType Record { get; } = new(typeof(MemoryOperationStep), StepKind.MemoryOperation, "memory_operation", Read)
    {
        OwnFields =
        [
            "operation", "memory_uri", "scope", "mime_type", "title", "summary", "size_bytes", "version", "metadata",
        ],
        CountsAsStep = true,
    };

    private static MemoryOperationStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Operation = fields.RequiredText("operation"u8),
        MemoryUri = fields.Text("memory_uri"u8),
        Scope = fields.Text("scope"u8),
        MimeType = fields.Text("mime_type"u8),
        Title = fields.Text("title"u8),
        Summary = fields.Text("summary"u8),
        SizeBytes = fields.Whole("size_bytes"u8),
        Version = fields.TextOrNumber("version"u8),
        Metadata = fields.Dictionary("metadata"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(Operation), Operation);
        Print(builder, nameof(MemoryUri), MemoryUri);
        return true;
    }
}
