using System.Runtime.CompilerServices;

namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>An awaitable that no async method can return.</summary>
/// <param name="task">What it stands for.</param>
public readonly struct Bare(Task<int> task)
{
    public Task<int> Task { get; } = task;

    public TaskAwaiter<int> GetAwaiter() => Task.GetAwaiter();
}
