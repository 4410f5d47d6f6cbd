using System.ComponentModel;

namespace AgentStepLog.Capture;

/// <summary>
/// One call while it is recorded. Taken from a pool and given back when the call has ended: never touched after
/// <see cref="Fail"/> or one of the <c>End…</c> methods. Nothing here throws, except <see cref="Begin"/> under
/// <see cref="WhenNoLog.Throw"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepScope
{
    internal StepScope()
    {
    }

    /// <summary>Whether the input of this call is recorded.</summary>
    public bool WantsInput => throw new NotImplementedException();

    /// <summary>Whether the output of this call is recorded.</summary>
    public bool WantsOutput => throw new NotImplementedException();

    /// <summary>Begins to record a call.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="origin">From where.</param>
    /// <param name="log">The log to write to; the ambient one when null or closed.</param>
    /// <returns>Null when no log is active: make the plain call.</returns>
    /// <exception cref="InvalidOperationException">No log is active and the method's project asked for <see cref="WhenNoLog.Throw"/>.</exception>
    public static StepScope? Begin(RecordedMethod method, CallOrigin origin, StepLog? log = null) => throw new NotImplementedException();

    /// <summary>Gives the ambient step back to the caller.</summary>
    /// <param name="outer">What <see cref="Enter"/> returned.</param>
    public static void Leave(object? outer) => throw new NotImplementedException();

    /// <summary>Records the arguments, as they are now.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="write">Writes the members of the input object: a property and a value for each.</param>
    public void Input<TArgs>(TArgs args, Action<CaptureWriter, TArgs> write) => throw new NotImplementedException();

    /// <summary>Makes this step the parent of what is called from here on; writes the intent of an agent call first.</summary>
    /// <returns>What was ambient before, for <see cref="Leave"/>.</returns>
    public object? Enter() => throw new NotImplementedException();

    /// <summary>The call threw.</summary>
    /// <param name="exception">What it threw; an <see cref="OperationCanceledException"/> records a canceled step.</param>
    public void Fail(Exception exception) => throw new NotImplementedException();

    /// <summary>The call returned nothing.</summary>
    public void EndVoid() => throw new NotImplementedException();

    /// <summary>The call returned a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="result">Records it through <see cref="Output"/> and <see cref="Usage"/>; null if there is nothing to record.</param>
    public void EndValue<T>(T value, Action<StepScope, T>? result) => throw new NotImplementedException();

    /// <summary>The call returned a task; the step ends with it.</summary>
    /// <param name="task">The callee's task; may be null.</param>
    /// <returns>What to hand to the caller: the same task if it has completed.</returns>
    public Task EndTask(Task task) => throw new NotImplementedException();

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task; may be null.</param>
    /// <param name="result">Records its result.</param>
    public Task<T> EndTask<T>(Task<T> task, Action<StepScope, T>? result) => throw new NotImplementedException();

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task.</param>
    public ValueTask EndValueTask(ValueTask task) => throw new NotImplementedException();

    /// <inheritdoc cref="EndTask(Task)"/>
    /// <param name="task">The callee's task.</param>
    /// <param name="result">Records its result.</param>
    public ValueTask<T> EndValueTask<T>(ValueTask<T> task, Action<StepScope, T>? result) => throw new NotImplementedException();

    /// <summary>Records what the call returned. To be called by a <c>result</c> callback.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void Output<T>(T value, Action<CaptureWriter, T> write) => throw new NotImplementedException();

    /// <summary>Records that there is an output and that it is withheld.</summary>
    /// <param name="kind">The kind of secret.</param>
    public void WithholdOutput(string kind) => throw new NotImplementedException();

    /// <summary>Records what the model's answer says about itself; what is null leaves earlier values alone.</summary>
    /// <param name="usage">Model, tokens and so on.</param>
    public void Usage(LlmUsage usage) => throw new NotImplementedException();

    /// <summary>The model that answered.</summary>
    /// <param name="model">Null leaves the earlier value.</param>
    public void Model(string? model) => throw new NotImplementedException();

    /// <summary>The model's provider.</summary>
    /// <param name="provider">Null leaves the earlier value.</param>
    public void Provider(string? provider) => throw new NotImplementedException();

    /// <summary>The tokens spent; null leaves the earlier value.</summary>
    /// <param name="input">Of the request.</param>
    /// <param name="output">Of the answer.</param>
    /// <param name="cached">Of the request, from the provider's cache.</param>
    /// <param name="reasoning">Of the answer, for reasoning.</param>
    public void Tokens(long? input, long? output, long? cached, long? reasoning) => throw new NotImplementedException();

    /// <summary>Why the model stopped.</summary>
    /// <param name="reason">Null leaves the earlier value.</param>
    public void StopReason(string? reason) => throw new NotImplementedException();

    /// <summary>The provider's id of the answer.</summary>
    /// <param name="id">Null leaves the earlier value.</param>
    public void ResponseId(string? id) => throw new NotImplementedException();
}
