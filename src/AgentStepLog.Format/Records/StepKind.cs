namespace AgentStepLog;

/// <summary>The kinds of step that this version knows; the line's <c>type</c> is <see cref="Step.Type"/>.</summary>
public enum StepKind
{
    /// <summary>A type, or a shape of a known type, that this version does not know: see <see cref="OtherStep"/>.</summary>
    Other,

    /// <summary><c>run_start</c>: the header, line 0.</summary>
    RunStart,

    /// <summary><c>llm_call</c>: a call of a model.</summary>
    LlmCall,

    /// <summary><c>tool_call</c>: a call of a tool.</summary>
    ToolCall,

    /// <summary><c>agent_call</c>: a nested, managed agent.</summary>
    AgentCall,

    /// <summary><c>plan</c>: what an agent means to do.</summary>
    Plan,

    /// <summary><c>decision</c>: what an agent settled on.</summary>
    Decision,

    /// <summary><c>callback</c>: an agent that asked back.</summary>
    Callback,

    /// <summary><c>skill_invocation</c>: a skill that an agent took up.</summary>
    SkillInvocation,

    /// <summary><c>user_input</c>: what a user was asked, and said.</summary>
    UserInput,

    /// <summary><c>user_output</c>: what a user was shown.</summary>
    UserOutput,

    /// <summary><c>permission_request</c>: a request to be allowed something.</summary>
    PermissionRequest,

    /// <summary><c>memory_operation</c>: an operation on an agent's memory.</summary>
    MemoryOperation,

    /// <summary><c>event</c>: something worth noting that is no call.</summary>
    Event,

    /// <summary><c>intent</c>: a call that is about to be made.</summary>
    Intent,

    /// <summary><c>gap</c>: lines were lost here, and how many.</summary>
    Gap,

    /// <summary><c>recovery</c>: a fragment was taken out.</summary>
    Recovery,

    /// <summary><c>run_end</c>: outcome and totals.</summary>
    RunEnd,
}
