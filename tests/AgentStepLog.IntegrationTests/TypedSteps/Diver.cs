using System.Text.Json;
using AgentStepLog.CompilerServices;
using AgentStepLog.IntegrationTests.Tables;

namespace AgentStepLog.IntegrationTests.TypedSteps;

public sealed record Answer(string Text, int InputTokens, int OutputTokens);

/// <summary>What the typed log below is about.</summary>
public sealed class Diver
{
    /// <summary>Looks how the water is.</summary>
    /// <param name="place">Where.</param>
    [AgentTool]
    public Task<string> LookAsync(string place, DateTimeOffset at, [Sensitive] string key) => Task.FromResult(place + at.Year + key.Length);

    [AgentTool]
    public Wind? All(
        bool a, long b, double c, decimal d, char e, Guid f, TimeSpan g, Wind h, Days i, int? j, string? k, byte[] l, List<int[]> m, Dictionary<int, string?> n,
        Strict o, JsonElement p, object? q, (int X, string Y) r, Uri s) => h;

    [AgentTool]
    public int Fails(int n) => throw new InvalidOperationException("deep");

    [AgentTool]
    public string Pick(int id) => "by id " + id;

    [AgentTool(Name = "PickByName")]
    public string Pick(string name, int limit) => name + limit;

    [LlmCall(Model = "m-1")]
    public Answer Ask(string question) => new("to " + question, 3, 4);

    [AgentRun]
    public async Task<string> DiveAsync(string task)
    {
        await Task.Yield();
        return Ask(task).Text;
    }
}

[StepLog(typeof(Diver))]
public sealed partial class DiveLog;
