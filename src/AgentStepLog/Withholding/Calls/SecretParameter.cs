namespace AgentStepLog.Withholding;

/// <summary>What is withheld of one argument.</summary>
/// <param name="Kind">The kind of secret that it is, or that it may hold; null where it holds none.</param>
/// <param name="IsSecret">Whether it is withheld as a whole.</param>
/// <param name="Names">The plain names of the members below it that its schema knows; null where any name may stand there.</param>
internal sealed record SecretParameter(string? Kind, bool IsSecret, IReadOnlySet<string>? Names);
