namespace AgentStepLog.Reading;

/// <summary>The fields of what happens around an agent: users, permissions, memory.</summary>
internal static class HostFields
{
    public static UserInputStep UserInput(LineFields fields, Step envelope) => new(envelope)
    {
        Prompt = fields.Text("prompt"u8),
        Response = fields.Text("response"u8),
    };

    public static UserOutputStep UserOutput(LineFields fields, Step envelope) => new(envelope)
    {
        Role = fields.Text("role"u8),
        Text = fields.RequiredText("text"u8),
    };

    public static PermissionRequestStep PermissionRequest(LineFields fields, Step envelope) => new(envelope)
    {
        Tool = fields.Text("tool"u8),
        Action = fields.Text("action"u8),
        Resource = fields.Text("resource"u8),
        Summary = fields.Text("summary"u8),
        Allowed = fields.Answer("allowed"u8),
        RememberForSession = fields.Answer("remember_for_session"u8),
    };

    public static MemoryOperationStep MemoryOperation(LineFields fields, Step envelope) => new(envelope)
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
}
