namespace AgentStepLog.ArchitectureTests;

/// <summary>The file of references that do not keep the order of the rooms yet, a line each.</summary>
internal static class Violations
{
    public static IReadOnlyList<string> Listed() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "violations.txt")).Where(static line => line.Length > 0)];
}
