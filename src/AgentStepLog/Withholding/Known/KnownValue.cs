namespace AgentStepLog.Withholding;

/// <summary>A value that the run has withheld.</summary>
/// <param name="Text">The value in plain UTF-8.</param>
/// <param name="Kind">The kind of secret.</param>
/// <param name="Next">The index of another value in the same slot; -1 for none.</param>
internal readonly record struct KnownValue(byte[] Text, string Kind, int Next)
{
    /// <summary>The bytes by which the value is found: all of it, or its beginning if it is long.</summary>
    internal byte[] Key { get; } = Text.Length > KnownTable.Key ? Text[..KnownTable.Key] : Text;

    /// <summary>Whether the value has bytes that JSON can only hold as escapes, so that it cannot stand unescaped in a JSON text.</summary>
    internal bool NeedsEscape { get; } = Text.AsSpan().ContainsAnyInRange((byte)0, (byte)0x1F) || Text.AsSpan().IndexOfAny((byte)'"', (byte)'\\') >= 0;
}
