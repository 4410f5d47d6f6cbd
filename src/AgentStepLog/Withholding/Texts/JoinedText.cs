namespace AgentStepLog.Withholding;

/// <summary>A text that is one of several which are read as one.</summary>
/// <param name="Place">The same for all that belong together.</param>
/// <param name="Start">Where it begins, after its quote.</param>
/// <param name="Length">How many bytes it has, escapes as they stand.</param>
internal readonly record struct JoinedText(ulong Place, int Start, int Length) : IComparable<JoinedText>
{
    public int CompareTo(JoinedText other) => Place != other.Place ? Place.CompareTo(other.Place) : Start.CompareTo(other.Start);
}
