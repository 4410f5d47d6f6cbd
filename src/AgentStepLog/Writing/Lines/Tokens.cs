using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The tokens that a model used; null where unknown.</summary>
internal readonly record struct Tokens(long? Input, long? Output, long? Cached, long? Reasoning)
{
    public static Tokens operator +(Tokens left, Tokens right) => new(
        Sum(left.Input, right.Input), Sum(left.Output, right.Output), Sum(left.Cached, right.Cached), Sum(left.Reasoning, right.Reasoning));

    /// <summary>These counts; where one is unknown, the other's.</summary>
    internal Tokens Or(Tokens other) =>
        new(Input ?? other.Input, Output ?? other.Output, Cached ?? other.Cached, Reasoning ?? other.Reasoning);

    // The sum of a known and an unknown count is the known one.
    private static long? Sum(long? left, long? right) => left is { } sum ? TokenSum.Add(sum, right ?? 0) : right;
}
