namespace AgentStepLog.ArchitectureTests;

internal static class Rule
{
    /// <summary>Asserts that nothing breaks a rule. <c>Assert.Empty</c> would show five of what does, and of each how it begins.</summary>
    /// <param name="broken">What breaks it, and what to do.</param>
    public static void Holds(IEnumerable<string> broken)
    {
        var all = broken.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
