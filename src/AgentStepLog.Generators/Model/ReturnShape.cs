namespace AgentStepLog.Generators.Model;

/// <summary>The type of a call's result, which decides how the wrapper ends its step.</summary>
internal enum ReturnShape
{
    Void,
    Value,
    Task,
    TaskOfT,
    ValueTask,
    ValueTaskOfT,

    /// <summary>Another awaitable whose type names its builder, so that an async method can return it.</summary>
    Awaitable,
}
