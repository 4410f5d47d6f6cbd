namespace AgentStepLog;

/// <summary>The kinds of step that this version knows; the line's <c>type</c> is <see cref="Step.Type"/>.</summary>
public enum StepKind
{
    /// <summary>A type, or a shape of a known type, that this version does not know: see <see cref="OtherStep"/>.</summary>
    Other,

    /// <summary><c>run_start</c>: the header of a file.</summary>
    RunStart,

    /// <summary><c>llm_call</c>: an LLM call.</summary>
    LlmCall,

    /// <summary><c>tool_call</c>: a tool call.</summary>
    ToolCall,

    /// <summary><c>agent_call</c>: a call of an agent, which may be nested in another.</summary>
    AgentCall,

    /// <summary><c>plan</c>: the steps that an agent intends.</summary>
    Plan,

    /// <summary><c>decision</c>: a decision of an agent.</summary>
    Decision,

    /// <summary><c>callback</c>: a question of an agent to a user or another agent.</summary>
    Callback,

    /// <summary><c>skill_invocation</c>: a skill that an agent started to use.</summary>
    SkillInvocation,

    /// <summary><c>user_input</c>: a question to a user, and the answer.</summary>
    UserInput,

    /// <summary><c>user_output</c>: an output that a user was shown.</summary>
    UserOutput,

    /// <summary><c>permission_request</c>: a request for a permission, and the answer.</summary>
    PermissionRequest,

    /// <summary><c>memory_operation</c>: an operation on an agent's memory.</summary>
    MemoryOperation,

    /// <summary><c>event</c>: an event that is no call.</summary>
    Event,

    /// <summary><c>intent</c>: a call that is about to be made.</summary>
    Intent,

    /// <summary><c>gap</c>: how many records were lost here, and why.</summary>
    Gap,

    /// <summary><c>recovery</c>: an incomplete last line was taken out of the file.</summary>
    Recovery,

    /// <summary><c>run_end</c>: the end, with outcome and totals.</summary>
    RunEnd,
}
