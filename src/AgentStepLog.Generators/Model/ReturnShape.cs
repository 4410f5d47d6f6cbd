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

    /// <summary>Another awaitable whose type names its builder, so that an async method may return it.</summary>
    Awaitable,
}
