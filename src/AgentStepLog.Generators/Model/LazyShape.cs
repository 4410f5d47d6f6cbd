namespace AgentStepLog.Generators.Model;

/// <summary>The type of a result that runs after the call has returned, by itself or inside a task.</summary>
internal enum LazyShape
{
    None,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    AsyncSequence,

    /// <summary><c>IAsyncEnumerator&lt;T&gt;</c>.</summary>
    AsyncEnumerator,

    /// <summary><c>IEnumerable&lt;T&gt;</c>, <c>IEnumerable</c>.</summary>
    Sequence,

    /// <summary><c>IEnumerator&lt;T&gt;</c>, <c>IEnumerator</c>.</summary>
    Enumerator,

    /// <summary><c>System.IO.Stream</c>.</summary>
    Stream,
}
