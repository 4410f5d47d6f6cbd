using AgentStepLog;
using Microsoft.Extensions.AI;

namespace NativeAot;

/// <summary>A model that knows one answer.</summary>
public sealed class SurfModel
{
    /// <summary>Asks it.</summary>
    [LlmCall]
    public ChatResponse Ask(IReadOnlyList<ChatMessage> messages, ChatOptions? options = null) =>
        new(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call-1", "FindSpot", new Dictionary<string, object?> { ["name"] = messages[0].Text, ["tools"] = options?.Tools?.Count })]));
}
