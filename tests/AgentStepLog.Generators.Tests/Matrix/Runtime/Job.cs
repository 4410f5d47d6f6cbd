using System.Runtime.CompilerServices;

namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>An awaitable of a user's own, which the compiler knows how to make.</summary>
/// <param name="task">What it stands for.</param>
[AsyncMethodBuilder(typeof(JobBuilder<>))]
public sealed class Job<T>(Task<T> task)
{
    public Task<T> Task { get; } = task;

    public TaskAwaiter<T> GetAwaiter() => Task.GetAwaiter();
}
