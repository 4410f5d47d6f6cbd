namespace AgentStepLog.Generators.Model;

/// <summary>The first and last date, time or duration that an attribute allows.</summary>
/// <param name="Minimum">The first as C#.</param>
/// <param name="Maximum">The last as C#.</param>
/// <param name="MinimumText">The first as the attribute says it.</param>
/// <param name="MaximumText">The last as the attribute says it.</param>
/// <param name="IsAboveMinimum">Whether the first itself is not in it.</param>
/// <param name="IsBelowMaximum">Whether the last itself is not in it.</param>
/// <param name="IsEmpty">Whether nothing is in it.</param>
internal sealed record TimeRange(
    string Minimum, string Maximum, string MinimumText, string MaximumText, bool IsAboveMinimum, bool IsBelowMaximum, bool IsEmpty)
{
    /// <summary>What a model is told: no schema has bounds for these.</summary>
    public string Text => $"{(IsAboveMinimum ? "After" : "From")} {MinimumText} {(IsBelowMaximum ? "and before" : "to")} {MaximumText}.";
}
