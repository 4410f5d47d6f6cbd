using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AgentStepLog.Withholding;

/// <summary>
/// Finds places where a prefix may begin. For each of four byte positions, a table has the buckets that allow the low half and the high half of the byte. A bucket
/// whose bit is left in all eight answers may have a prefix that begins here. False alarms are possible, misses are not. There are sixteen buckets: with eight, half of
/// the blocks of ordinary text had a false alarm, and checking one costs more than a second lookup.
/// </summary>
internal sealed class AnchorTable
{
    internal const int Bytes = 4;

    /// <summary>The number of bytes that <see cref="Of"/> returns.</summary>
    internal const int Size = Sets * Set;

    private const int Sets = 2;
    private const int BucketsPerSet = 8;

    // For each position, sixteen bytes for the low half of the byte, then sixteen for the high half.
    private const int Set = 2 * Bytes * 16;

    // The sixteen bytes of each table are stored twice, to fill a 256-bit register.
    private readonly byte[] _table;

    /// <param name="table">The result of <see cref="Of"/>.</param>
    internal AnchorTable(ReadOnlySpan<byte> table)
    {
        _table = new byte[2 * Size];
        for (var at = 0; at < Size; at += 16)
        {
            table.Slice(at, 16).CopyTo(_table.AsSpan(2 * at));
            table.Slice(at, 16).CopyTo(_table.AsSpan((2 * at) + 16));
        }
    }

    /// <summary>How many places one step checks.</summary>
    internal static int Places => Avx2.IsSupported ? Vector256<byte>.Count : Vector128<byte>.Count;

    /// <summary>How many bytes one step reads.</summary>
    internal static int Reach => Places + Bytes - 1;

    internal static bool IsVectorized => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>Makes the tables of sixteen bytes. The first eight buckets come first, and in them the tables of the low halves.</summary>
    internal static byte[] Of(IReadOnlyList<SecretPattern> patterns)
    {
        var buckets = AnchorBucket.Of(patterns, Sets * BucketsPerSet);
        var table = new byte[Size];
        for (var at = 0; at < table.Length; at++)
        {
            var (set, position, half) = (at / Set, at / 16 % Bytes, at % 16);
            for (var bit = 0; bit < BucketsPerSet && set * BucketsPerSet + bit < buckets.Count; bit++)
            {
                var bucket = buckets[set * BucketsPerSet + bit];
                var halves = at % Set < Bytes * 16 ? bucket.Low[position] : bucket.High[position];
                table[at] |= (byte)((halves >> half & 1) << bit);
            }
        }

        return table;
    }

    /// <summary>Checks <see cref="Places"/> places at a time, until one of them may be the beginning of a prefix.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The first place to check. Afterwards it is the first place of the last step.</param>
    /// <param name="last">The last place from which <see cref="Reach"/> bytes can be read; the method always checks it.</param>
    /// <returns>One bit for each place that may be a beginning; 0 at the end.</returns>
    internal uint Next(ref byte text, ref int at, int last)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_table);
        for (; at <= last; at = at < last && at + Places > last ? last : at + Places)
        {
            ref var here = ref Unsafe.Add(ref text, at);
            if (Avx2.IsSupported)
            {
                var found = Wide(ref here, ref table);
                if (found != Vector256<byte>.Zero)
                {
                    return ~Vector256.Equals(found, Vector256<byte>.Zero).ExtractMostSignificantBits();
                }
            }
            else
            {
                var found = Narrow(ref here, ref table);
                if (found != Vector128<byte>.Zero)
                {
                    return ~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
                }
            }
        }

        return 0;
    }

    /// <summary>Checks one place.</summary>
    internal bool MayBegin(ReadOnlySpan<byte> text)
    {
        var (first, second) = (0xFF, 0xFF);
        for (var position = 0; position < Bytes; position++)
        {
            var (low, high) = ((position * 32) + (text[position] & 15), ((Bytes + position) * 32) + (text[position] >> 4));
            first &= _table[low] & _table[high];
            second &= _table[(2 * Set) + low] & _table[(2 * Set) + high];
        }

        return (first | second) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Wide(ref byte text, ref byte table)
    {
        WidePosition(ref text, ref table, 0, out var first, out var second);
        WidePosition(ref text, ref table, 1, out var first1, out var second1);
        WidePosition(ref text, ref table, 2, out var first2, out var second2);
        WidePosition(ref text, ref table, 3, out var first3, out var second3);
        return (first & first1 & first2 & first3) | (second & second1 & second2 & second3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidePosition(ref byte text, ref byte table, nuint position, out Vector256<byte> first, out Vector256<byte> second)
    {
        var bytes = Vector256.LoadUnsafe(ref text, position);
        var half = Vector256.Create((byte)15);
        var low = bytes & half;
        var high = Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half;
        first = Avx2.Shuffle(Vector256.LoadUnsafe(ref table, position * 32), low) & Avx2.Shuffle(Vector256.LoadUnsafe(ref table, (Bytes + position) * 32), high);
        second = Avx2.Shuffle(Vector256.LoadUnsafe(ref table, (2 * Set) + (position * 32)), low) & Avx2.Shuffle(Vector256.LoadUnsafe(ref table, (2 * Set) + ((Bytes + position) * 32)), high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(ref byte text, ref byte table)
    {
        NarrowPosition(ref text, ref table, 0, out var first, out var second);
        NarrowPosition(ref text, ref table, 1, out var first1, out var second1);
        NarrowPosition(ref text, ref table, 2, out var first2, out var second2);
        NarrowPosition(ref text, ref table, 3, out var first3, out var second3);
        return (first & first1 & first2 & first3) | (second & second1 & second2 & second3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void NarrowPosition(ref byte text, ref byte table, nuint position, out Vector128<byte> first, out Vector128<byte> second)
    {
        var bytes = Vector128.LoadUnsafe(ref text, position);
        var half = Vector128.Create((byte)15);
        var low = bytes & half;
        var high = Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half;
        first = Look(Vector128.LoadUnsafe(ref table, position * 32), low) & Look(Vector128.LoadUnsafe(ref table, (Bytes + position) * 32), high);
        second = Look(Vector128.LoadUnsafe(ref table, (2 * Set) + (position * 32)), low) & Look(Vector128.LoadUnsafe(ref table, (2 * Set) + ((Bytes + position) * 32)), high);
    }

    // On net8.0, Vector128.Shuffle is more than one instruction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> halves) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, halves)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, halves)
        : Vector128.Shuffle(table, halves);
}
