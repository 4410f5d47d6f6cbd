using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>Tokens spent; null where unknown.</summary>
internal readonly record struct Tokens(long? Input, long? Output, long? Cached, long? Reasoning)
{
    public static Tokens operator +(Tokens left, Tokens right) => new(
        Sum(left.Input, right.Input), Sum(left.Output, right.Output), Sum(left.Cached, right.Cached), Sum(left.Reasoning, right.Reasoning));

    /// <summary>These, where known; else those.</summary>
    internal Tokens Or(Tokens other) =>
        new(Input ?? other.Input, Output ?? other.Output, Cached ?? other.Cached, Reasoning ?? other.Reasoning);

    // Unknown plus known is what is known.
    private static long? Sum(long? left, long? right) => left is { } sum ? TokenSum.Add(sum, right ?? 0) : right;
}
