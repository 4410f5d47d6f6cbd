namespace AgentStepLog.Generators.Model;

/// <param name="Member">The JSON name of the member whose value it takes.</param>
/// <param name="DefaultLiteral">The default as a C# expression; null if it has none.</param>
/// <param name="DefaultJson">The default as JSON; null if it has none, or none that JSON can say.</param>
internal sealed record ConstructorParameter(string Member, string? DefaultLiteral, string? DefaultJson = null);
