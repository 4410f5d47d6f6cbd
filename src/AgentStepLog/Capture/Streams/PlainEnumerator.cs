using System.Collections;

namespace AgentStepLog.Capture;

/// <summary>Gives an untyped enumerator the typed interface.</summary>
internal sealed class PlainEnumerator<T>(IEnumerator inner) : IEnumerator<T>
{
    public T Current => (T)inner.Current!;

    object? IEnumerator.Current => inner.Current;

    public bool MoveNext() => inner.MoveNext();

    public void Reset() => inner.Reset();

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
