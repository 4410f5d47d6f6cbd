using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>SHA-256 of a line, by the fastest way that this process has. For a short line, .NET's class spends more time on preparation than on hashing.</summary>
internal static class LeafHash
{
    // For longer lines the preparation is a small part of the time.
    private const int Short = 8 * 1024;

    private static readonly bool s_isNative = NativeSha256.IsUsable();

    /// <param name="input">The zero byte and the line.</param>
    /// <param name="leaf">Receives 32 bytes.</param>
    internal static void Compute(ReadOnlySpan<byte> input, Span<byte> leaf)
    {
        if (s_isNative && input.Length <= Short)
        {
            NativeSha256.Hash(input, leaf);
        }
        else
        {
            SHA256.HashData(input, leaf);
        }
    }
}
