#pragma warning disable CA1822, CA1852, CA1823 // Callees are what they are.
using System.Runtime.CompilerServices;

namespace AgentStepLog.IntegrationTests.Calls;

public partial class Agent
{
    [AgentRun]
    public async Task<int> RunAsync(string task)
    {
        await Task.Yield();
        var results = await Task.WhenAll(OuterAsync(1), OuterAsync(2), OuterAsync(3));
        return results.Sum();
    }

    [AgentTool]
    public string Touch() => "touched";

    [AgentTool]
    private async Task<int> OuterAsync(int n)
    {
        await Task.Delay(1);
        return await InnerAsync(n);
    }

    [AgentTool]
    private ValueTask<int> InnerAsync(int n) => new(n);
}

internal static class Arguments
{
    [AgentTool]
    public static string Describe(string a, string b = "b", string c = "", [CallerMemberName] string caller = "") => $"{a}-{b}-{c} by {caller}";
}

internal class Initialised
{
    public string Text { get; } = Arguments.Describe("a");
}

internal struct Counter
{
    public int Count { get; private set; }

    [AgentTool]
    public void Next() => Count++;
}

internal class WithField(StepLog? log)
{
    internal readonly StepLog? _log = log;

    [AgentTool]
    public void Call()
    {
    }
}

internal class WithPrivateField(StepLog? log)
{
    private readonly StepLog? _log = log;

    [AgentTool]
    public bool Call() => _log is null;
}

internal partial class WithParameter(StepLog? log)
{
    [AgentTool]
    public bool Call() => log is null;
}

internal class Waves
{
    [AgentTool]
    public virtual int Measure(int height) => height;

    [AgentTool]
    public static int Surf(int height) => height;
}

internal sealed class BigWaves : Waves
{
    public override int Measure(int height) => Surf(height) * 2;
}

public enum Finish
{
    Stop,
}

public sealed record Details(int CachedTokenCount);

public sealed record TokenUsage(int InputTokenCount, long? OutputTokenCount, Details? InputTokenDetails, int ReasoningTokenCount);

public sealed record Answer(string Text, string ModelId, string Id, Finish? FinishReason, TokenUsage? Usage);

internal sealed class Chat
{
    [LlmCall(Provider = "openai")]
    public Answer Ask(string prompt) => new(prompt, "gpt-x", "r-1", Finish.Stop, new(10, 20, new(5), 7));
}
