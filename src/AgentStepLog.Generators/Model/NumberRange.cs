namespace AgentStepLog.Generators.Model;

/// <param name="Minimum">The minimum, as JSON and C# write it; null where there is none.</param>
/// <param name="Maximum">The maximum; null where there is none.</param>
/// <param name="Suffix">The suffix of both literals in C#, so that they have one type.</param>
/// <param name="IsAboveMinimum">Whether the minimum itself is excluded.</param>
/// <param name="IsBelowMaximum">Whether the maximum itself is excluded.</param>
internal sealed record NumberRange(string? Minimum, string? Maximum, string Suffix, bool IsAboveMinimum, bool IsBelowMaximum);
