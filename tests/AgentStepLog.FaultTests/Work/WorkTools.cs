namespace AgentStepLog.FaultTests.Work;

/// <summary>What the workload calls; the generator sees to it that it is recorded.</summary>
internal static class WorkTools
{
    /// <summary>What ran last on this thread, of those that may be refused.</summary>
    [field: ThreadStatic]
    public static long? Ran { get; set; }

    [AgentTool(Description = "Says something of a size.")]
    public static string Say(long label, int size) => Text(label, size);

    [AgentTool(Description = "Fails.")]
    public static string Refuse(long label) => throw new InvalidOperationException($"no {label}");

    [AgentTool(Description = "Pays.", OnLogFailure = LogFailurePolicy.FailClosed)]
    public static string Pay(long label, string note) => Text((Ran = label).Value, note.Length > 0 ? 20 : 0);

    [AgentTool(Description = "Removes.", Effect = ToolEffect.Destructive)]
    public static string Remove(long label)
    {
        StepLog.Current!.Flush(); // what announces it is written now, so that each run takes the same calls
        return Text((Ran = label).Value, 20);
    }

    [LlmCall(Model = "m", Provider = "p")]
    public static async Task<string> Ask(long label, IReadOnlyList<Message> messages)
    {
        await Task.CompletedTask;
        return $"answer {label} to {messages.Count}";
    }

    public static string Text(long label, int size) => new((char)('a' + (label % 26)), size);
}
