namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>A type of the grammar, and JSON that models may send for it.</summary>
/// <param name="Name">A C# identifier; signatures are named after it.</param>
/// <param name="Type">As written in C#, not nullable.</param>
/// <param name="Fits">JSON values that are of the type; the first ones stand for it inside of others.</param>
/// <param name="Unfits">JSON values that are not, or only nearly.</param>
internal sealed record TypeRow(string Name, string Type, string[] Fits, string[] Unfits)
{
    /// <summary>A constant for the position with a default; null where C# has none.</summary>
    public string? Default { get; init; }

    /// <summary>Types that the row declares, as C#.</summary>
    public string Declarations { get; init; } = "";

    /// <summary>Whether the type stands in all positions, or only in the main ones.</summary>
    public bool IsEverywhere { get; init; }
}
