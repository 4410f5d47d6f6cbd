namespace AgentStepLog.Generators.Model;

/// <param name="Minimum">The lowest number, as JSON and C# write it; null where there is none.</param>
/// <param name="Maximum">The highest number; null where there is none.</param>
/// <param name="Suffix">What C# writes after both, so that they are of one type.</param>
/// <param name="IsAboveMinimum">Whether the lowest one itself is not in it.</param>
/// <param name="IsBelowMaximum">Whether the highest one itself is not in it.</param>
internal sealed record NumberRange(string? Minimum, string? Maximum, string Suffix, bool IsAboveMinimum, bool IsBelowMaximum);
