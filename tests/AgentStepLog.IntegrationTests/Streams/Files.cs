#pragma warning disable CA1000 // the shape that the compiler asks of a builder
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>Tools that return streams and awaitables of their own.</summary>
public sealed class Files
{
    public Stream Last { get; private set; } = Stream.Null;

    [AgentTool]
    public Stream Open(string path) => Last = File.Open(path, FileMode.OpenOrCreate);

    [AgentTool]
    public async Task<Stream> OpenAsync(string path)
    {
        await Task.Yield();
        return Last = File.OpenRead(path);
    }

    [AgentTool]
    public Stream Memory() => Last = new MemoryStream([1, 2, 3]);

    [AgentTool]
    public Stream Broken() => new GZipStream(new MemoryStream([1, 2, 3]), CompressionMode.Decompress);

    [AgentTool]
    public Promise<int> Promised(int value, bool fail, bool later) => fail && !later ? throw new InvalidDataException("At once.") : Later(value, fail, later);

    [AgentTool]
    public int Measure(int wave) => wave;

    private async Promise<int> Later(int value, bool fail, bool later)
    {
        if (later)
        {
            await Task.Yield();
        }

        Measure(value);
        return fail ? throw new InvalidDataException("Later.") : value;
    }
}

/// <summary>An awaitable of its own kind.</summary>
[AsyncMethodBuilder(typeof(PromiseBuilder<>))]
public sealed class Promise<T>(Task<T> task)
{
    public Task<T> Task { get; } = task;

    public TaskAwaiter<T> GetAwaiter() => Task.GetAwaiter();
}

public struct PromiseBuilder<T>
{
    private AsyncTaskMethodBuilder<T> _inner;

    public Promise<T> Task => new(_inner.Task);

    public static PromiseBuilder<T> Create() => new() { _inner = AsyncTaskMethodBuilder<T>.Create() };

    public void Start<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine => _inner.Start(ref machine);

    public void SetStateMachine(IAsyncStateMachine machine) => _inner.SetStateMachine(machine);

    public void SetResult(T result) => _inner.SetResult(result);

    public void SetException(Exception exception) => _inner.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : INotifyCompletion
        where TMachine : IAsyncStateMachine => _inner.AwaitOnCompleted(ref awaiter, ref machine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TMachine : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
}
