using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace AgentStepLog.Hashing;

/// <summary>A SHA-256 as the key of a dictionary.</summary>
internal record struct Digest(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>The 32 bytes, without a copy.</summary>
    [UnscopedRef]
    internal Span<byte> Bytes() => MemoryMarshal.AsBytes(new Span<Digest>(ref this));
}
