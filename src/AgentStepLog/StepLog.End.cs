using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>Ends the run as completed, and closes the log.</summary>
    /// <param name="answer">The result of the run.</param>
    /// <exception cref="InvalidOperationException">The log is closed.</exception>
    public void Complete(string? answer = null) => Complete(answer is null ? default : JsonText.Of(answer));

    /// <inheritdoc cref="Complete(string?)"/>
    public void Complete(JsonText answer)
    {
        if (!CloseWith(new(RunOutcome.Completed, answer, default)))
        {
            throw new InvalidOperationException($"The log of run \"{RunId}\" is closed already. Complete, Fail and Cancel end a run, and a run ends once.");
        }
    }

    /// <summary>Ends the run as failed, and closes the log. If the log is closed already, only <see cref="StepLogHealth.Late"/> counts the call.</summary>
    /// <param name="exception">The failure. An <see cref="OperationCanceledException"/> counts as a failure too; use <see cref="Cancel"/> for a canceled run.</param>
    public void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        End(new(RunOutcome.Failed, default, Failure.Of(exception)));
    }

    /// <inheritdoc cref="Fail(Exception)"/>
    /// <param name="message">The failure, as a text.</param>
    public void Fail(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        End(new(RunOutcome.Failed, default, Failure.Of(message)));
    }

    /// <summary>Ends the run as canceled, and closes the log. If the log is closed already, only <see cref="StepLogHealth.Late"/> counts the call.</summary>
    public void Cancel() => End(new(RunOutcome.Canceled, default, default));

    /// <summary>
    /// Closes the log. A run without an end gets the outcome <c>unknown</c>. The method waits until all lines are written, and at most two seconds until subscribers
    /// have received their steps. The step or log that was active before is active again afterwards.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Closes the log without blocking the caller. The step or log that was active before is active again as soon as the call returns, even if the task is not awaited.
    /// The end of the run is written, and subscribers receive their steps, in the background, until the task completes.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        GiveBack();
        GC.SuppressFinalize(this);
        return DisposeAsyncCore();
    }

    /// <summary>Closes the log, for <see cref="DisposeAsync"/>. A derived log that has a last step to record records it, and then calls this method.</summary>
    protected virtual ValueTask DisposeAsyncCore() => new(CloseAsync());

    /// <summary>Closes the log, for <see cref="Dispose()"/>. A derived log that has a last step to record records it, and then calls this method.</summary>
    /// <param name="disposing">Always true: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            CloseWith(new(RunOutcome.Unknown, default, default));
            Writer.Subscribers.Deliver();
            GiveBack();
        }
    }

    private async Task CloseAsync()
    {
        await Task.Run(() => CloseWith(new(RunOutcome.Unknown, default, default))).ConfigureAwait(false);
        await Writer.Subscribers.DeliverAsync().ConfigureAwait(false);
    }

    private void GiveBack()
    {
        if (ActiveStep.Current?.Log == Run)
        {
            ActiveStep.Current = _outer;
        }
    }

    // This method is called where an exception is handled, and must not throw one that would replace it.
    private void End(RunEnd end)
    {
        if (!CloseWith(end))
        {
            Writer.CountLate();
        }
    }

    private bool CloseWith(RunEnd end)
    {
        var ended = Writer.End(end, ScopePool.Running);
        Run.Close();
        return ended;
    }
}
