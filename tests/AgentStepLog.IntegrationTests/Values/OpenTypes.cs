namespace AgentStepLog.IntegrationTests.Values;

internal sealed record Given(string Name, Mood Mood, [property: Sensitive] string Key);

internal sealed record GivenToExtension(int Number);

internal sealed record Reached(int Number);

internal sealed record Unreached(int Number);

internal static class OpenExtensions
{
    [AgentTool]
    internal static void Pass<TText, TValue>(this TText text, TValue value)
    {
    }
}
