using AgentStepLog.Capture;

namespace AgentStepLog;

/// <summary>
/// An LLM call that is recorded manually. It is the parent of what is called until it is disposed. Left without
/// <see cref="Complete(JsonText, LlmUsage)"/> or <see cref="Fail"/> it is recorded as failed, with an error that says so.
/// </summary>
public sealed class LlmCallScope : IDisposable
{
    private readonly ManualScope _call;

    internal LlmCallScope(ManualScope call) => _call = call;

    /// <summary>The call went well. The step is recorded now.</summary>
    /// <param name="output">What it returned.</param>
    /// <param name="usage">What the answer says about itself.</param>
    /// <exception cref="InvalidOperationException">The call has ended already.</exception>
    public void Complete(JsonText output = default, LlmUsage? usage = null) => _call.Complete(output, usage);

    /// <summary>The call went well, and returned a text. The step is recorded now.</summary>
    /// <param name="output">The text, recorded as a JSON string; null where there is none.</param>
    /// <param name="usage">What the answer says about itself.</param>
    /// <exception cref="InvalidOperationException">The call has ended already.</exception>
    public void Complete(string? output, LlmUsage? usage = null) => Complete(output is null ? default : JsonText.Of(output), usage);

    /// <summary>The call failed. The step is recorded now. After its end <see cref="StepLogHealth.Late"/> counts this, and nothing else happens.</summary>
    /// <param name="exception">Why; an <see cref="OperationCanceledException"/> records a canceled step, unless a timeout is within it.</param>
    public void Fail(Exception exception) => _call.Fail(exception);

    /// <summary>Leaves a text on this step.</summary>
    /// <param name="text">The text.</param>
    public void Note(string text) => _call.Note(text);

    /// <summary>Ends the call, if nothing else did, and gives back what was active before.</summary>
    public void Dispose() => _call.Dispose();
}
