namespace AgentStepLog.Redacting;

/// <summary>A token in a text: what of it is withheld.</summary>
internal readonly record struct TokenMatch(int Start, int End, string Kind);
