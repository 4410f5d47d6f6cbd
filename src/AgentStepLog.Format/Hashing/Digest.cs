using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace AgentStepLog.Hashing;

/// <summary>A SHA-256, as a key.</summary>
internal record struct Digest(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>Its 32 bytes, in place.</summary>
    [UnscopedRef]
    internal Span<byte> Bytes() => MemoryMarshal.AsBytes(new Span<Digest>(ref this));
}
