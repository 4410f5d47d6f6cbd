using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The header of a log: what runs, where, and for whom. Unknown values are null.</summary>
public sealed record RunStartStep : Step
{
    internal RunStartStep()
    {
    }

    /// <summary>A step with what another line has in common with it.</summary>
    internal RunStartStep(Step envelope)
        : base(envelope)
    {
    }

    /// <inheritdoc/>
    public override StepKind Kind => StepKind.RunStart;

    /// <summary>The agent's name.</summary>
    public string? Agent { get; init; }

    /// <summary>The agent's version.</summary>
    public string? AgentVersion { get; init; }

    /// <summary>What the run was asked to do.</summary>
    public string? Task { get; init; }

    /// <summary>Where it runs, such as <c>production</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>The conversation or session that the run belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>For whom it runs.</summary>
    public string? UserId { get; init; }

    /// <summary>A mark by which who has the subject's key knows the run for one of the subject's: base64 of 16 bytes. Null where the run commits to nothing.</summary>
    public string? Subject { get; init; }

    /// <summary>The machine's name.</summary>
    public string? Host { get; init; }

    /// <summary>The operating system's id of the process.</summary>
    public long? ProcessId { get; init; }

    /// <summary>The runtime, such as <c>.NET 10.0.1</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary>The library that wrote the log, with its version.</summary>
    public string? Library { get; init; }

    /// <summary>The W3C trace id in which the run started: 32 lower-case hex digits.</summary>
    public string? TraceId { get; init; }

    /// <summary>The run in another process, or started explicitly, that started this one.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>Number of the file among those of the run, from 1.</summary>
    public long Segment { get; init; } = 1;

    /// <summary>Hash of the list of tools and model calls that the build contains.</summary>
    public string? Manifest { get; init; }

    /// <summary>The user's own data. A value that is no string stands as its JSON text.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = EquatableDictionary<string>.From(value); } =
        EquatableDictionary<string>.Empty;

    /// <summary>How its lines are called and read, and what they are to the chain.</summary>
    internal static RecordType Record { get; } = new(typeof(RunStartStep), StepKind.RunStart, "run_start", Read)
    {
        OwnFields =
        [
            "agent", "agent_version", "task", "environment", "session_id", "user_id", "subject", "host", "pid", "runtime", "library", "trace_id", "parent_run_id", "segment", "manifest",
            "log_key", "metadata",
        ],
        Role = ChainRole.Header,
    };

    private static RunStartStep Read(LineFields fields, Step envelope) => new(envelope)
    {
        Agent = fields.Text("agent"u8),
        AgentVersion = fields.Text("agent_version"u8),
        Task = fields.Text("task"u8),
        Environment = fields.Text("environment"u8),
        SessionId = fields.Text("session_id"u8),
        UserId = fields.Text("user_id"u8),
        Subject = fields.Text("subject"u8),
        Host = fields.Text("host"u8),
        ProcessId = fields.Whole("pid"u8),
        Runtime = fields.Text("runtime"u8),
        Library = fields.Text("library"u8),
        TraceId = fields.Text("trace_id"u8),
        ParentRunId = fields.Text("parent_run_id"u8),
        Segment = fields.Whole("segment"u8) ?? 1,
        Manifest = fields.Text("manifest"u8),
        Metadata = fields.Dictionary("metadata"u8),
    };

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        Print(builder, nameof(RunId), RunId);
        Print(builder, nameof(Agent), Agent);
        Print(builder, nameof(Task), Task);
        return true;
    }
}
