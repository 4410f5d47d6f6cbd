using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>
/// A call that is recorded manually. It makes sure that the pooled scope is not used after its end, in whatever order the user's code calls it.
/// </summary>
internal sealed class ManualScope
{
    private readonly bool _recorded;
    private readonly ActiveStep? _outer;
    private readonly ActiveStep? _node;
    private StepScope? _scope;

    /// <param name="scope">The scope; null if nothing is recorded because the log is closed.</param>
    internal ManualScope(StepScope? scope)
    {
        _scope = scope;
        _recorded = scope is not null;
        if (scope is not null)
        {
            _outer = scope.EnterNow();
            _node = ActiveStep.Current;
        }
    }

    /// <exception cref="InvalidOperationException">The call has ended already.</exception>
    internal void Complete(JsonText output, LlmUsage? usage = null)
    {
        if (Interlocked.Exchange(ref _scope, null) is { } scope)
        {
            scope.Complete(output, usage);
        }
        else if (_recorded)
        {
            throw new InvalidOperationException("This call has ended already. Complete, Fail or Dispose end a call, and a call ends once.");
        }
    }

    internal void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (Interlocked.Exchange(ref _scope, null) is { } scope)
        {
            scope.EndFailed(exception);
        }
        else
        {
            // This method is called where an exception is handled, and must not throw one that would replace it.
            _node?.Log.Writer.CountLate();
        }
    }

    internal void Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _node?.Note(text);
    }

    internal void Dispose()
    {
        Interlocked.Exchange(ref _scope, null)?.Abandon();
        if (_recorded && ActiveStep.Current == _node)
        {
            ActiveStep.Current = _outer;
        }
    }
}
