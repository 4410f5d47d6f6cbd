using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentStepLog.Benchmarks.Tools;

/// <summary>
/// Calls through functions of <c>AIFunctionFactory</c>, from the text that a model gave to the text that it reads. The arguments
/// become a dictionary as chat clients make it, the result becomes text in the cheapest way there is.
/// </summary>
internal static class TheirTools
{
    public static AIFunction Create(BenchCall call) => AIFunctionFactory.Create(
        typeof(BenchTools).GetMethod(call.Method, BindingFlags.Public | BindingFlags.Static)!, (object?)null);

    public static string Invoke(AIFunction function, string json)
    {
        var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(json, AIJsonUtilities.DefaultOptions);
        var pending = function.InvokeAsync(new AIFunctionArguments(arguments), CancellationToken.None);
        var result = (JsonElement)(pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult())!;
        return result.ValueKind == JsonValueKind.String ? result.GetString()! : result.GetRawText();
    }
}
