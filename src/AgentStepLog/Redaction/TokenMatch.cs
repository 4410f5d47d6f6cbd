namespace AgentStepLog.Redacting;

/// <summary>A token in a text, or a piece of one: what of the text is withheld.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Whole">Of a piece the whole token, as a JSON string.</param>
internal readonly record struct TokenMatch(int Start, int End, string Kind, byte[]? Whole = null);
