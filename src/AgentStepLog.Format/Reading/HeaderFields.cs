namespace AgentStepLog.Reading;

/// <summary>The fields of <c>run_start</c>.</summary>
internal static class HeaderFields
{
    public static RunStartStep Read(LineFields fields, Step envelope) => new(envelope)
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
        LogKey = fields.Text("log_key"u8),
        Metadata = fields.Dictionary("metadata"u8),
    };
}
