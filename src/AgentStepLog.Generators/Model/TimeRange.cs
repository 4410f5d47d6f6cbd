namespace AgentStepLog.Generators.Model;

/// <summary>The first and last date, time or duration that an attribute allows.</summary>
/// <param name="Minimum">The first one as a C# expression.</param>
/// <param name="Maximum">The last one as a C# expression.</param>
/// <param name="MinimumText">The first one as the attribute has it.</param>
/// <param name="MaximumText">The last one as the attribute has it.</param>
/// <param name="IsAboveMinimum">Whether the first one itself is excluded.</param>
/// <param name="IsBelowMaximum">Whether the last one itself is excluded.</param>
/// <param name="IsEmpty">Whether the range is empty.</param>
internal sealed record TimeRange(
    string Minimum, string Maximum, string MinimumText, string MaximumText, bool IsAboveMinimum, bool IsBelowMaximum, bool IsEmpty)
{
    /// <summary>The range in words for a model, since a schema has no bounds for these types.</summary>
    public string Text => $"{(IsAboveMinimum ? "After" : "From")} {MinimumText} {(IsBelowMaximum ? "and before" : "to")} {MaximumText}.";
}
