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

    /// <summary><c>event</c>: something worth noting that is no call.</summary>
    Event,

    /// <summary><c>intent</c>: a call that is about to be made.</summary>
    Intent,

    /// <summary><c>gap</c>: lines were lost here, and how many.</summary>
    Gap,

    /// <summary><c>run_end</c>: outcome and totals.</summary>
    RunEnd,
}
