using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>Ends the run well and closes the log.</summary>
    /// <param name="answer">What the run came to.</param>
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

    /// <summary>Ends the run as failed and closes the log. Where it is closed already, <see cref="StepLogHealth.Late"/> counts the call, and nothing else happens.</summary>
    /// <param name="exception">Why; an <see cref="OperationCanceledException"/> too counts as a failure: for the other, <see cref="Cancel"/>.</param>
    public void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        End(new(RunOutcome.Failed, default, Failure.Of(exception)));
    }

    /// <inheritdoc cref="Fail(Exception)"/>
    /// <param name="message">Why.</param>
    public void Fail(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        End(new(RunOutcome.Failed, default, Failure.Of(message)));
    }

    /// <summary>Ends the run as canceled and closes the log. Where it is closed already, <see cref="StepLogHealth.Late"/> counts the call, and nothing else happens.</summary>
    public void Cancel() => End(new(RunOutcome.Canceled, default, default));

    /// <summary>
    /// Closes the log; a run without an end gets the outcome <c>unknown</c>. Makes active again what was active before. Waits until all is written, and, at most two seconds,
    /// until subscribers have what they asked for.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// As <see cref="Dispose()"/>, without blocking the caller: what was active before is so again when the call returns, awaited or not; the end of the run is written, and
    /// subscribers are waited for, in the background, which the task tells.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        GiveBack();
        GC.SuppressFinalize(this);
        return new(CloseAsync());
    }

    /// <summary>Closes the log.</summary>
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
        Dispose(disposing: true); // for what a derived log adds: the rest is done
    }

    private void GiveBack()
    {
        if (ActiveStep.Current?.Log == Run)
        {
            ActiveStep.Current = _outer;
        }
    }

    // Called where an exception is handled: one of ours would take the place of that one.
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
