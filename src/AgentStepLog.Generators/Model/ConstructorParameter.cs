namespace AgentStepLog.Generators.Model;

/// <param name="Member">The JSON name of the member whose value it takes.</param>
/// <param name="DefaultLiteral">The default as a C# expression; null if it has none.</param>
internal sealed record ConstructorParameter(string Member, string? DefaultLiteral);
