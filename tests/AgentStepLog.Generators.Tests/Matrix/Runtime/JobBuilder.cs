using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>Makes a <see cref="Job{T}"/> of an async method.</summary>
[SuppressMessage("Design", "CA1000", Justification = "The compiler wants it so.")]
public struct JobBuilder<T>
{
    private AsyncTaskMethodBuilder<T> _builder;

    public Job<T> Task => new(_builder.Task);

    public static JobBuilder<T> Create() => new() { _builder = AsyncTaskMethodBuilder<T>.Create() };

    public void Start<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine => _builder.Start(ref machine);

    public void SetStateMachine(IAsyncStateMachine machine) => _builder.SetStateMachine(machine);

    public void SetResult(T result) => _builder.SetResult(result);

    public void SetException(Exception exception) => _builder.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : INotifyCompletion
        where TMachine : IAsyncStateMachine => _builder.AwaitOnCompleted(ref awaiter, ref machine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TMachine : IAsyncStateMachine => _builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
}
