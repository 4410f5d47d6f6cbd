namespace AgentStepLog.IntegrationTests.Contracts;

/// <summary>A struct that its method changes.</summary>
public struct Meter
{
    private int _count;

    [AgentTool]
    public int Next() => ++_count;

    [AgentTool]
    public readonly int Read() => _count;
}

/// <summary>An extension of another assembly.</summary>
public static class Texts
{
    [AgentTool]
    public static string Shout(this string text, params string[] more) => string.Concat(text, string.Concat(more)).ToUpperInvariant();
}
