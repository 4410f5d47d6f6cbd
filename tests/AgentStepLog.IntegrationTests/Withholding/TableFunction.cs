using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>A tool of a table as a function of Microsoft.Extensions.AI.</summary>
internal sealed class TableFunction(ToolTable tools, ToolFunction tool) : AIFunction
{
    public override string Name => tool.Name;

    public override JsonElement JsonSchema => tool.SchemaElement;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var call = FunctionInvokingChatClient.CurrentContext!.CallContent;
        var json = JsonSerializer.Serialize(new Dictionary<string, object?>(arguments), AIJsonUtilities.DefaultOptions);
        var result = await tools.InvokeAsync(tool.Name, json, new ToolCallOptions { CallId = call.CallId }, cancellationToken);
        return result.ToString();
    }
}
