using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The header of a file: the agent, its task, the machine and the user. Unknown values are null.</summary>
public sealed record RunStartStep : Step
{
    internal RunStartStep()
    {
    }

    /// <summary>Makes a step with the common fields of another step.</summary>
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

    /// <summary>The task of the run.</summary>
    public string? Task { get; init; }

    /// <summary>The environment of the run, such as <c>production</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>The conversation or session that the run belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>The id of the user for whom the agent runs.</summary>
    public string? UserId { get; init; }

    /// <summary>A mark by which the holder of the subject's key recognises the subject's runs: base64 of 16 bytes. Null where the run contains no commitments.</summary>
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

    /// <summary>The id of the run that started this one: the active run of the code that started it, a run of the process that started its process, or the run that <c>StepLogOptions</c> names.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>The number of the file among the files of the run, from 1.</summary>
    public long Segment { get; init; } = 1;

    /// <summary>The hash of the build's manifest, which lists its tools and LLM calls.</summary>
    public string? Manifest { get; init; }

    /// <summary>The user's own data. A value that is no string is given as its JSON text.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = EquatableDictionary<string>.From(value); } =
        EquatableDictionary<string>.Empty;

    /// <summary>The record type: the name of its lines, how they are read, and their role.</summary>
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
