namespace AgentStepLog.Withholding;

/// <summary>A token in a text, or a piece of one: what of the text is withheld.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Whole">The JSON of the whole value that is committed to, where that is not what stands there: a piece of a token, or another spelling.</param>
internal readonly record struct SecretMatch(int Start, int End, string Kind, byte[]? Whole = null)
{
    /// <summary>Whether it is a value that was withheld before, and no token: then the format's own fields, and names, keep what only looks like it.</summary>
    internal bool IsKnown { get; init; }

    /// <summary>Whether its form alone tells it, whatever stands around it: it is found again without the run's knowing it.</summary>
    internal bool IsForm { get; init; }

    /// <summary>Whether the value is long enough to be found in pieces.</summary>
    internal bool IsLong { get; init; }

    /// <summary>Whether it is a JSON value of the line as a whole, an object or a list perhaps, quotes and all.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>What takes its place, escaped for the place, if not the usual mark.</summary>
    internal string? Shown { get; init; }
}
