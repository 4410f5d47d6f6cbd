namespace AgentStepLog.Withholding;

/// <summary>A value that the run has withheld.</summary>
/// <param name="Text">In plain UTF-8.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Next">The index of another one in the same slot; -1 for none.</param>
internal readonly record struct KnownValue(byte[] Text, string Kind, int Next)
{
    /// <summary>By which it is found: its beginning, where it is long.</summary>
    internal byte[] Key { get; } = Text.Length > KnownTable.Key ? Text[..KnownTable.Key] : Text;

    /// <summary>Bytes that a JSON text holds only as escapes, so that the value cannot stand in it as it is.</summary>
    internal bool NeedsEscape { get; } = Text.AsSpan().ContainsAnyInRange((byte)0, (byte)0x1F) || Text.AsSpan().IndexOfAny((byte)'"', (byte)'\\') >= 0;
}
