namespace AgentStepLog.Generators.Model;

/// <summary>How a parameter is filled without asking a model.</summary>
/// <param name="Kind">The source of the value.</param>
/// <param name="IsRequired">Whether a call without the value fails, since neither null nor a default can replace it.</param>
/// <param name="Key">The key as a C# expression; null where generated code cannot write it.</param>
internal sealed record Injection(InjectionKind Kind, bool IsRequired, string? Key = null);
