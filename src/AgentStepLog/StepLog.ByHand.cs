using System.Runtime.CompilerServices;
using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>Begins to record a tool call by hand.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="input">Its arguments, best as an object.</param>
    /// <param name="callId">The model's id of the call.</param>
    /// <param name="file">Leave it to the compiler.</param>
    /// <param name="line">Leave it to the compiler.</param>
    /// <param name="member">Leave it to the compiler.</param>
    /// <returns>The parent of what is called until it is disposed.</returns>
    public ToolCallScope ToolCall(string tool, JsonText input = default, string? callId = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(tool);
        return new(ByHand(RecordedMethod.Tool("", tool), CallOrigin.Manual(file, line, member, callId), input));
    }

    /// <summary>Begins to record an LLM call by hand.</summary>
    /// <param name="model">The model asked for.</param>
    /// <param name="provider">Its provider.</param>
    /// <param name="input">The messages.</param>
    /// <param name="file">Leave it to the compiler.</param>
    /// <param name="line">Leave it to the compiler.</param>
    /// <param name="member">Leave it to the compiler.</param>
    /// <returns>The parent of what is called until it is disposed.</returns>
    public LlmCallScope LlmCall(string? model = null, string? provider = null, JsonText input = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "") =>
        new(ByHand(RecordedMethod.Llm("", model, provider), CallOrigin.Manual(file, line, member, callId: null), input));

    /// <summary>Begins to record a nested agent by hand; its intent is written at once.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="input">What it is asked to do.</param>
    /// <param name="file">Leave it to the compiler.</param>
    /// <param name="line">Leave it to the compiler.</param>
    /// <param name="member">Leave it to the compiler.</param>
    /// <returns>The parent of what is called until it is disposed.</returns>
    public AgentCallScope AgentCall(string agent, JsonText input = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0, [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(agent);
        return new(ByHand(RecordedMethod.Agent("", agent), CallOrigin.Manual(file, line, member, callId: null), input));
    }

    /// <summary>Records something that is no call.</summary>
    /// <param name="name">What happened.</param>
    /// <param name="data">More about it.</param>
    public void Event(string name, JsonText data = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IsClosed)
        {
            Writer.CountLate(wasOpen: false);
            return;
        }

        try
        {
            var line = Writer.NewLine(LineType.Event);
            line.Label("name"u8, name);
            line.Value("data"u8, PayloadResolver.AsInLine(data).Utf8);
            line.Fit();
            Writer.Append(line);
        }
        catch (Exception e)
        {
            Writer.Lose(e);
        }
    }

    private HandScope ByHand(RecordedMethod method, CallOrigin origin, JsonText input)
    {
        if (IsClosed)
        {
            Writer.CountLate(wasOpen: false);
            return new(null);
        }

        var scope = StepScope.BeginIn(this, ActiveStep.Current, method, origin);
        if (scope is { WantsInput: true })
        {
            scope.Input(input);
        }

        return new(scope);
    }
}
