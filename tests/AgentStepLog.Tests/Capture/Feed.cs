namespace AgentStepLog.Tests.Capture;

/// <summary>An async stream of a user's, each member of which does what a test says.</summary>
internal sealed class Feed<T> : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    public Func<ValueTask<bool>> Move { get; set; } = static () => new(false);

    public Func<T> Read { get; set; } = static () => default!;

    public Func<ValueTask> Close { get; set; } = static () => default;

    public Action Open { get; set; } = static () => { };

    public T Current => Read();

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Open();
        return this;
    }

    public ValueTask<bool> MoveNextAsync() => Move();

    public ValueTask DisposeAsync() => Close();
}
