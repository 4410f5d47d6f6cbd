namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>A difference that is meant, as docs/conformance.md tells it.</summary>
/// <param name="What">What differs.</param>
/// <param name="There">What Microsoft.Extensions.AI does.</param>
/// <param name="Here">What we do.</param>
/// <param name="Why">Why a user is better off.</param>
/// <param name="Covers">Whether a difference that was found is this one.</param>
internal sealed record Reason(string What, string There, string Here, string Why, Func<Difference, bool> Covers);
