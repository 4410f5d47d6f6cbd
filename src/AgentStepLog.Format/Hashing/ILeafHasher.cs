namespace AgentStepLog.Hashing;

/// <summary>Hashes lines into leaves: <c>SHA-256(0x00 ‖ line)</c>.</summary>
internal interface ILeafHasher
{
    /// <param name="buffer">Where the lines stand.</param>
    /// <param name="lines">Where each begins, and how long it is without its LF.</param>
    /// <param name="leaves">Takes 32 bytes for each.</param>
    void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<LineSpan> lines, Span<byte> leaves);
}
