namespace AgentStepLog.Benchmarks.Tools;

/// <summary>Calls through the tool table, from the text that a model gave to the text that it reads.</summary>
internal static class OurTools
{
    public static ToolFunction Create(BenchCall call) => BenchToolsAgentTools.AgentTools()[call.Tool];

    public static string Invoke(ToolFunction function, string json)
    {
        var pending = function.InvokeAsync(json);
        var result = pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
        return result.IsError ? throw new InvalidOperationException(result.Content) : result.Content;
    }
}
