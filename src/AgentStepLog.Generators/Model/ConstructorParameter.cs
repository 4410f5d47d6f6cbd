namespace AgentStepLog.Generators.Model;

/// <param name="Member">The JSON name of the member whose value the parameter takes.</param>
/// <param name="DefaultLiteral">The default as a C# expression; null if there is none.</param>
/// <param name="DefaultJson">The default as JSON; null if there is none, or if JSON cannot express it.</param>
internal sealed record ConstructorParameter(string Member, string? DefaultLiteral, string? DefaultJson = null);
