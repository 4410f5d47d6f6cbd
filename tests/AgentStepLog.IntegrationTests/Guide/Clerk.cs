namespace AgentStepLog.IntegrationTests.Guide;

#region README
public sealed record Usage(int InputTokens, int OutputTokens);
public sealed record Request(string Id, string Tool, string Arguments);
public sealed record Reply(string Text, IReadOnlyList<Request> Calls, string Model, Usage Usage, string FinishReason);

public interface IModel
{
    [LlmCall]
    Task<Reply> AskAsync(IReadOnlyList<string> messages);
}

public sealed class Clerk(IModel model, Shop shop)
{
    [AgentRun]
    public async Task<string> ServeAsync(string wish)
    {
        var tools = shop.AgentTools();              // each has Name, Description and Schema, for the model's request
        List<string> messages = [wish];
        while (true)
        {
            var reply = await model.AskAsync(messages);
            if (reply.Calls.Count == 0)
            {
                return reply.Text;
            }

            foreach (var call in reply.Calls)
            {
                var result = await tools.InvokeAsync(call.Tool, call.Arguments, new() { CallId = call.Id });
                messages.Add(result.ToString());    // result.IsError says whether it is an error
            }
        }
    }
}

[StepLog(typeof(Shop), typeof(IModel), typeof(Clerk))]   // without types: every annotated method of the project
public sealed partial class ShopLog;
#endregion
