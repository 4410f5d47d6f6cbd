namespace AgentStepLog.Withholding;

/// <summary>A secret in a text, or a piece of one. The text from start to end is withheld.</summary>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset after its last byte.</param>
/// <param name="Kind">The kind of secret.</param>
/// <param name="Whole">The JSON of the whole value for the commitment, if the text is only a piece of the secret, or another spelling.</param>
internal readonly record struct SecretMatch(int Start, int End, string Kind, byte[]? Whole = null)
{
    /// <summary>Whether the value was withheld before, and was not found by its shape. Then a match in the format's own fields and in names is ignored.</summary>
    internal bool IsKnown { get; init; }

    /// <summary>Whether the value is recognized by its form alone. It is found again without being remembered.</summary>
    internal bool IsForm { get; init; }

    /// <summary>Whether the value is long enough to be found in pieces.</summary>
    internal bool IsLong { get; init; }

    /// <summary>Whether the match is a whole JSON value of the line, quotes included. It may be an object or a list.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>The replacement, escaped for its place; null for the usual mark.</summary>
    internal string? Shown { get; init; }
}
