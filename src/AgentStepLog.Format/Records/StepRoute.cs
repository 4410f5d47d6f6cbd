namespace AgentStepLog;

/// <summary>How a call came into the log.</summary>
public enum StepRoute
{
    /// <summary>A call in C# that an interceptor recorded.</summary>
    Direct,

    /// <summary>A call by a model through a tool table.</summary>
    Table,

    /// <summary>A call that the generated body of the method recorded.</summary>
    Callee,

    /// <summary>A call that your code recorded, with <c>StepLog.ToolCall</c> or the like.</summary>
    Manual,
}
