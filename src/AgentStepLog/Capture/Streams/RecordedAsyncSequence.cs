using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>An async stream whose enumerations are steps. It is as lazy as the stream that it wraps.</summary>
[StackTraceHidden]
internal sealed class RecordedAsyncSequence<T>(IAsyncEnumerable<T> inner, LazyCall call, Action<StepScope, T>? record) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (call.Log.IsClosed)
        {
            call.Log.Writer.CountLate();
            return inner.GetAsyncEnumerator(cancellationToken);
        }

        return new RecordedAsyncEnumerator<T>(() => inner.GetAsyncEnumerator(cancellationToken), call, record);
    }
}
