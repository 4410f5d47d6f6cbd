using System.Runtime.InteropServices;

namespace AgentStepLog.Withholding;

/// <summary>
/// The four bytes and the three bytes by which patterns are found. They are known without the patterns, so that the patterns are made only for a text that has one of
/// them.
/// </summary>
internal sealed class KnownAnchors
{
    internal const uint ThreeBytes = 0x00FF_FFFF;

    private const int Bits = 8192;

    private readonly ulong[] _anchors = new ulong[Bits / 64];
    private readonly ulong[] _beginnings = new ulong[Bits / 64];

    /// <param name="anchors">The anchors, four bytes each. A prefix of three bytes is followed by a zero.</param>
    /// <param name="beginnings">The first three bytes of each prefix, followed by a zero.</param>
    internal KnownAnchors(ReadOnlySpan<byte> anchors, ReadOnlySpan<byte> beginnings)
    {
        Add(_anchors, anchors);
        Add(_beginnings, beginnings);
    }

    internal static byte[] AnchorsOf(IReadOnlyList<SecretPattern> patterns) => Of(patterns, static pattern => Of(pattern));

    internal static byte[] BeginningsOf(IReadOnlyList<SecretPattern> patterns) => Of(patterns, static pattern => MemoryMarshal.Read<uint>([.. pattern.Prefix, 0]) & ThreeBytes);

    /// <summary>The bytes by which a pattern is found.</summary>
    internal static uint Of(SecretPattern pattern) =>
        MemoryMarshal.Read<uint>([.. pattern.Prefix[pattern.Anchor..], 0]) & (pattern.Prefix.Length - pattern.Anchor < AnchorTable.Bytes ? ThreeBytes : uint.MaxValue);

    /// <summary>Whether a pattern may be found by these four bytes, or by the first three of them.</summary>
    internal bool MayKnow(uint bytes) => Has(_anchors, bytes) || Has(_anchors, bytes & ThreeBytes);

    /// <summary>Whether a prefix may begin with the first three of these bytes.</summary>
    internal bool MayBegin(uint bytes) => Has(_beginnings, bytes & ThreeBytes);

    private static byte[] Of(IReadOnlyList<SecretPattern> patterns, Func<SecretPattern, uint> bytes) =>
        MemoryMarshal.AsBytes<uint>(patterns.Select(bytes).Distinct().ToArray()).ToArray();

    private static void Add(ulong[] bits, ReadOnlySpan<byte> all)
    {
        foreach (var bytes in MemoryMarshal.Cast<byte, uint>(all))
        {
            var hash = Hash(bytes);
            bits[hash >> 6] |= 1UL << (int)hash;
        }
    }

    private static bool Has(ulong[] bits, uint bytes)
    {
        var hash = Hash(bytes);
        return (bits[hash >> 6] >> (int)hash & 1) != 0;
    }

    private static uint Hash(uint bytes) => bytes * 0x9E37_79B1u >> 19;
}
