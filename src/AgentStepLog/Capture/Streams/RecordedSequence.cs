using System.Collections;
using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>A lazy sequence whose enumerations are steps. It is as lazy as the sequence that it wraps.</summary>
[StackTraceHidden]
internal sealed class RecordedSequence<T>(IEnumerable inner, LazyCall call, Action<StepScope, T>? record) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator()
    {
        if (call.Log.IsClosed)
        {
            call.Log.Writer.CountLate();
            return inner is IEnumerable<T> typed ? typed.GetEnumerator() : new PlainEnumerator<T>(inner.GetEnumerator());
        }

        return new RecordedEnumerator<T>(() => inner is IEnumerable<T> typed ? typed.GetEnumerator() : inner.GetEnumerator(), call, record);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
