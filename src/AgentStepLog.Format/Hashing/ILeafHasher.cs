namespace AgentStepLog.Hashing;

/// <summary>Hashes lines into leaves: <c>SHA-256(0x00 ‖ line)</c>.</summary>
internal interface ILeafHasher
{
    /// <param name="buffer">The bytes of the lines.</param>
    /// <param name="lines">The start of each line, and its length without its LF.</param>
    /// <param name="leaves">Receives 32 bytes for each line.</param>
    void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<LineSpan> lines, Span<byte> leaves);
}
