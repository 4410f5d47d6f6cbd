namespace AgentStepLog.Records;

/// <summary>The types of line that this library writes.</summary>
internal enum LineType
{
    RunStart,
    LlmCall,
    ToolCall,
    AgentCall,
    Plan,
    Decision,
    Callback,
    SkillInvocation,
    UserInput,
    UserOutput,
    PermissionRequest,
    MemoryOperation,
    Event,
    Intent,
    Gap,
    Recovery,
    RunEnd,
}

internal static class LineTypes
{
    internal static ReadOnlySpan<byte> Name(this LineType type) => type switch
    {
        LineType.RunStart => "run_start"u8,
        LineType.LlmCall => "llm_call"u8,
        LineType.ToolCall => "tool_call"u8,
        LineType.AgentCall => "agent_call"u8,
        LineType.Plan => "plan"u8,
        LineType.Decision => "decision"u8,
        LineType.Callback => "callback"u8,
        LineType.SkillInvocation => "skill_invocation"u8,
        LineType.UserInput => "user_input"u8,
        LineType.UserOutput => "user_output"u8,
        LineType.PermissionRequest => "permission_request"u8,
        LineType.MemoryOperation => "memory_operation"u8,
        LineType.Event => "event"u8,
        LineType.Intent => "intent"u8,
        LineType.Gap => "gap"u8,
        LineType.Recovery => "recovery"u8,
        LineType.RunEnd => "run_end"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No line of this type is written."),
    };
}
