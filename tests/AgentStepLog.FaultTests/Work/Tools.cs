namespace AgentStepLog.FaultTests.Work;

/// <summary>What the workload calls; the generator sees to it that it is recorded.</summary>
internal static class Tools
{
    [AgentTool(Description = "Says something of a size.")]
    public static string Say(long label, int size) => Text(label, size);

    [AgentTool(Description = "Fails.")]
    public static string Refuse(long label) => throw new InvalidOperationException($"no {label}");

    [LlmCall(Model = "m", Provider = "p")]
    public static async Task<string> Ask(long label, IReadOnlyList<Message> messages)
    {
        await Task.CompletedTask;
        return $"answer {label} to {messages.Count}";
    }

    public static string Text(long label, int size) => new((char)('a' + (label % 26)), size);
}
