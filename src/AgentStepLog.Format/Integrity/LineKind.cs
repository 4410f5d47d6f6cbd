namespace AgentStepLog.Integrity;

/// <summary>The types of lines that the chain treats otherwise than the rest.</summary>
internal enum LineKind
{
    Other,
    RunStart,
    RunEnd,
    LlmCall,
    ToolCall,
    AgentCall,
    Intent,
    Checkpoint,
    Recovery,
}
