namespace AgentStepLog.Generators.Model;

/// <summary>What a call gives back, which decides how the wrapper ends its step.</summary>
internal enum ReturnShape
{
    Void,
    Value,
    Task,
    TaskOfT,
    ValueTask,
    ValueTaskOfT,
}
