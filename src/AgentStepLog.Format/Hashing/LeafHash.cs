using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>SHA-256 of a line, by the quickest way that this process has: the platform's class spends more time on setting up than on a short line.</summary>
internal static class LeafHash
{
    // Of longer lines the general interface's setting up is a small part.
    private const int Short = 8 * 1024;

    private static readonly bool s_isNative = NativeSha256.IsUsable();

    /// <param name="input">The zero byte and the line.</param>
    /// <param name="leaf">Takes 32 bytes.</param>
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
