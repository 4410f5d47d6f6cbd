namespace AgentStepLog.ArchitectureTests;

/// <summary>The lists of what does not keep a rule yet, one line each. They may only get shorter.</summary>
internal static class Violations
{
    /// <summary>Holds a rule: what breaks it is what its list says, no more and no less.</summary>
    /// <param name="list">The list's file in <c>Violations</c>.</param>
    /// <param name="found">What breaks the rule now.</param>
    /// <param name="rule">The rule in a sentence. The failure begins with it.</param>
    public static void Hold(string list, IEnumerable<string> found, string rule)
    {
        var listed = Listed(list);
        var now = found.Order(StringComparer.Ordinal).ToList();
        var added = now.Except(listed).ToList();
        var gone = listed.Except(now).ToList();
        Assert.True(added.Count == 0, $"{rule} These do not keep to it:\n{string.Join('\n', added)}");
        Assert.True(gone.Count == 0, $"These keep to the rule now. Take them out of Violations/{list}:\n{string.Join('\n', gone)}");
        Assert.Equal(now, listed); // in order, and each once
    }

    private static List<string> Listed(string list) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "AgentStepLog.ArchitectureTests", "Violations", list)).Where(static line => line.Length > 0)];
}
