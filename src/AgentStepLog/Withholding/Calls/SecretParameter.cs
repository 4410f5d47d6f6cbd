namespace AgentStepLog.Withholding;

/// <summary>What is withheld of one argument.</summary>
/// <param name="Kind">The kind of secret that the argument is or may contain; null if it contains none.</param>
/// <param name="IsSecret">Whether the argument is withheld as a whole.</param>
/// <param name="Names">The plain names of the members below it in the schema; null if the schema allows any name.</param>
internal sealed record SecretParameter(string? Kind, bool IsSecret, IReadOnlySet<string>? Names);
