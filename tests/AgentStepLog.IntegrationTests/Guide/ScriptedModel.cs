namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A model that first gets its arguments wrong, then right, then answers with what the tool said.</summary>
internal sealed class ScriptedModel : IModel
{
    public Task<Reply> AskAsync(IReadOnlyList<string> messages) => Task.FromResult(messages.Count switch
    {
        1 => Call("""{"order":{"article":"tea","pieces":"four"}}"""),
        2 => Call("""{"order":{"article":"tea","pieces":4}}"""),
        _ => new Reply($"That makes {messages[^1]}.", [], "script-1", new(30, 5), "stop"),
    });

    private static Reply Call(string arguments) =>
        new("", [new("call-1", "PlaceOrder", arguments)], "script-1", new(20, 10), "tool_calls");
}
