namespace AgentStepLog.Withholding;

/// <summary>One of several texts that are read as one.</summary>
/// <param name="Place">A number that is the same for all texts that belong together.</param>
/// <param name="Start">The offset of its first byte, after the opening quote.</param>
/// <param name="Length">The number of its bytes, escapes not decoded.</param>
internal readonly record struct JoinedText(ulong Place, int Start, int Length) : IComparable<JoinedText>
{
    public int CompareTo(JoinedText other) => Place != other.Place ? Place.CompareTo(other.Place) : Start.CompareTo(other.Start);
}
