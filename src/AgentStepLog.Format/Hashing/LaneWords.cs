using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AgentStepLog.Hashing;

/// <summary>Transposes the blocks of the lanes, so that the words of all lanes are side by side, four words of four lanes at a time.</summary>
internal static class LaneWords
{
    private const int Four = 4;
    private const int WordsOfBlock = LeafBlocks.Size / sizeof(uint);

    /// <param name="rows">A block of big-endian words for each lane.</param>
    /// <param name="words">Receives the words: the first of each lane, then the second of each, and so on.</param>
    /// <param name="lanes">The number of lanes; a multiple of four.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ReadOnlySpan<byte> rows, Span<uint> words, int lanes)
    {
        if (!Sse2.IsSupported)
        {
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = BinaryPrimitives.ReadUInt32BigEndian(rows[(((i % lanes * WordsOfBlock) + (i / lanes)) * sizeof(uint))..]);
            }

            return;
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, lanes * LeafBlocks.Size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(words.Length, lanes * WordsOfBlock);
        ref var from = ref MemoryMarshal.GetReference(rows);
        ref var to = ref MemoryMarshal.GetReference(words);
        for (var lane = 0; lane < lanes; lane += Four)
        {
            for (var word = 0; word < WordsOfBlock; word += Four)
            {
                var a = Row(ref from, lane, word);
                var b = Row(ref from, lane + 1, word);
                var c = Row(ref from, lane + 2, word);
                var d = Row(ref from, lane + 3, word);
                var ac = Sse2.UnpackLow(a, c);
                var bd = Sse2.UnpackLow(b, d);
                Sse2.UnpackLow(ac, bd).StoreUnsafe(ref to, (nuint)((word * lanes) + lane));
                Sse2.UnpackHigh(ac, bd).StoreUnsafe(ref to, (nuint)(((word + 1) * lanes) + lane));
                ac = Sse2.UnpackHigh(a, c);
                bd = Sse2.UnpackHigh(b, d);
                Sse2.UnpackLow(ac, bd).StoreUnsafe(ref to, (nuint)(((word + 2) * lanes) + lane));
                Sse2.UnpackHigh(ac, bd).StoreUnsafe(ref to, (nuint)(((word + 3) * lanes) + lane));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Row(ref byte from, int lane, int word) =>
        Vector128.Shuffle(
            Vector128.LoadUnsafe(ref from, (nuint)(((lane * WordsOfBlock) + word) * sizeof(uint))),
            Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)).AsUInt32();
}
