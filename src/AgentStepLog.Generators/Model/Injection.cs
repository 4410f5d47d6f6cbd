namespace AgentStepLog.Generators.Model;

/// <summary>How a parameter is filled that no model is asked for.</summary>
/// <param name="Kind">By what.</param>
/// <param name="IsRequired">Whether a call without it fails, since neither null nor a default is there in its place.</param>
/// <param name="Key">The key as a C# expression; null where generated code cannot ask for it.</param>
internal sealed record Injection(InjectionKind Kind, bool IsRequired, string? Key = null);
