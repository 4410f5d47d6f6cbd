using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>
/// A tool call that is recorded manually. Until it is disposed, it is the parent of the calls made in its flow. If it is disposed without
/// <see cref="Complete(JsonText)"/> or <see cref="Fail"/>, it is recorded as failed, with an error that says so.
/// </summary>
public sealed class ToolCallScope : IDisposable
{
    private readonly ManualScope _call;

    internal ToolCallScope(ManualScope call) => _call = call;

    /// <summary>Ends the call as successful, and records the step.</summary>
    /// <param name="output">The result of the call.</param>
    /// <exception cref="InvalidOperationException">The call has ended already.</exception>
    public void Complete(JsonText output = default) => _call.Complete(output);

    /// <summary>Ends the call as successful with a text as its result, and records the step.</summary>
    /// <param name="output">The text, recorded as a JSON string; null for no result.</param>
    /// <exception cref="InvalidOperationException">The call has ended already.</exception>
    public void Complete(string? output) => Complete(output is null ? default : JsonText.Of(output));

    /// <summary>Ends the call as failed, and records the step. If the call has ended already, only <see cref="StepLogHealth.Late"/> counts it.</summary>
    /// <param name="exception">The failure. An <see cref="OperationCanceledException"/> records a canceled step, unless it contains a timeout.</param>
    public void Fail(Exception exception) => _call.Fail(exception);

    /// <summary>Adds a note to this step.</summary>
    /// <param name="text">The text.</param>
    public void Note(string text) => _call.Note(text);

    /// <summary>Ends the call, if it has not ended, and makes the step around it active again.</summary>
    public void Dispose() => _call.Dispose();
}
