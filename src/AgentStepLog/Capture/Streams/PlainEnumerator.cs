using System.Collections;

namespace AgentStepLog.Capture;

/// <summary>What enumerates items without their type, seen as one with it.</summary>
internal sealed class PlainEnumerator<T>(IEnumerator inner) : IEnumerator<T>
{
    public T Current => (T)inner.Current!;

    object? IEnumerator.Current => inner.Current;

    public bool MoveNext() => inner.MoveNext();

    public void Reset() => inner.Reset();

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
