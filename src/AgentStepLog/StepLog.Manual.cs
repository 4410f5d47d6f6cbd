using System.Runtime.CompilerServices;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>Begins to record a tool call manually.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="input">The arguments of the tool, preferably as an object.</param>
    /// <param name="callId">The model's id of the call.</param>
    /// <param name="effect">
    /// What the tool changes outside of the process. For <see cref="ToolEffect.Write"/> and <see cref="ToolEffect.Destructive"/> an intent is written at once, so that
    /// readers see a call that has no recorded outcome.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <returns>The call's scope. Until it is disposed, it is the parent of the calls made in its flow.</returns>
    /// <exception cref="ArgumentException">The tool's name is empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="effect"/> is not one of its values.</exception>
    /// <exception cref="StepLogException">
    /// The intent cannot be written, and the log's options refuse the call in that case (<see cref="LogFailurePolicy.FailClosed"/>). Do not make the call.
    /// </exception>
    public ToolCallScope ToolCall(string tool, JsonText input = default, string? callId = null, ToolEffect effect = ToolEffect.Unspecified, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "")
    {
        Given.Name(tool, "The tool of log.ToolCall", "name it as the model knows it, such as \"get_weather\"");
        if (effect is < ToolEffect.Unspecified or > ToolEffect.Destructive)
        {
            throw new ArgumentOutOfRangeException(nameof(effect), effect, "The effect of log.ToolCall is Unspecified, ReadOnly, Write or Destructive.");
        }

        return new(Manual(RecordedMethod.NamedTool(tool, effect), CallOrigin.Manual(file, line, member, callId), input));
    }

    /// <summary>Begins to record an LLM call manually.</summary>
    /// <param name="model">The requested model; null if it is not known.</param>
    /// <param name="provider">The model's provider; null if it is not known.</param>
    /// <param name="input">The messages.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <returns>The call's scope. Until it is disposed, it is the parent of the calls made in its flow.</returns>
    /// <exception cref="ArgumentException">The model's or the provider's name is empty or white space. Use null for an unknown one.</exception>
    public LlmCallScope LlmCall(string? model = null, string? provider = null, JsonText input = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "")
    {
        Given.NameOrNull(model, "The model of log.LlmCall", "name it as the provider does, or leave it null until the answer names it (LlmUsage.Model)");
        Given.NameOrNull(provider, "The provider of log.LlmCall", "name it, such as \"openai\", or leave it null");
        return new(Manual(RecordedMethod.NamedModel(model, provider), CallOrigin.Manual(file, line, member, callId: null), input));
    }

    /// <summary>Begins to record a nested agent manually. Its intent is written at once.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="input">The agent's task.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <returns>The call's scope. Until it is disposed, it is the parent of the calls made in its flow.</returns>
    /// <exception cref="ArgumentException">The agent's name is empty or white space.</exception>
    public AgentCallScope AgentCall(string agent, JsonText input = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "")
    {
        Given.Name(agent, "The agent of log.AgentCall", "name it as its log is to be read, such as \"researcher\"");
        return new(Manual(RecordedMethod.NamedAgent(agent), CallOrigin.Manual(file, line, member, callId: null), input));
    }

    private ManualScope Manual(RecordedMethod method, CallOrigin origin, JsonText input)
    {
        if (IsOff)
        {
            return new(null);
        }

        if (IsClosed)
        {
            Writer.CountLate();
            return new(null);
        }

        var scope = StepScope.BeginIn(Run, ActiveStep.Current, method, origin);
        scope?.Input(input);
        return new(scope);
    }
}
