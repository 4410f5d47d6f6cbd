namespace AgentStepLog;

/// <summary>The way by which a call reached the recorded method.</summary>
public enum StepRoute
{
    /// <summary>A call in C#, intercepted at the call site.</summary>
    Direct,

    /// <summary>A call by the model, through a tool table.</summary>
    Table,

    /// <summary>Recorded by the method's own generated body.</summary>
    Callee,

    /// <summary>Recorded manually, through <c>StepLog.ToolCall</c> and its like.</summary>
    Manual,
}
