using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AgentStepLog.Redacting;

/// <summary>
/// Four positions, each with a table of what the low and the high half of a byte may be, by bucket: a place where some bucket's bit is left
/// in all eight answers may be the beginning of one of its prefixes. It errs on the side of yes.
/// </summary>
internal sealed class AnchorTable
{
    internal const int Bytes = 4;

    /// <summary>How many bytes one step looks at.</summary>
    internal const int Reach = 16 + Bytes - 1;

    private const int Buckets = 8;

    // By position: what the low half of a byte may be, then the high half.
    private readonly Vector128<byte> _low0;
    private readonly Vector128<byte> _low1;
    private readonly Vector128<byte> _low2;
    private readonly Vector128<byte> _low3;
    private readonly Vector128<byte> _high0;
    private readonly Vector128<byte> _high1;
    private readonly Vector128<byte> _high2;
    private readonly Vector128<byte> _high3;

    /// <param name="table">What <see cref="Of"/> made.</param>
    internal AnchorTable(ReadOnlySpan<byte> table)
    {
        (_low0, _low1, _low2, _low3) = (At(table, 0), At(table, 1), At(table, 2), At(table, 3));
        (_high0, _high1, _high2, _high3) = (At(table, 4), At(table, 5), At(table, 6), At(table, 7));
    }

    /// <summary>The eight tables of sixteen bytes, those for the low halves first.</summary>
    internal static byte[] Of(IReadOnlyList<TokenPattern> patterns)
    {
        var buckets = AnchorBucket.Of(patterns, Buckets);
        var table = new byte[2 * Bytes * 16];
        for (var at = 0; at < table.Length; at++)
        {
            var (position, half) = (at / 16 % Bytes, at % 16);
            for (var bucket = 0; bucket < buckets.Count; bucket++)
            {
                var halves = at < Bytes * 16 ? buckets[bucket].Low[position] : buckets[bucket].High[position];
                table[at] |= (byte)((halves >> half & 1) << bucket);
            }
        }

        return table;
    }

    internal static bool IsVectorized => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>Asks sixteen places at a time, until one of them may be a beginning.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The first place; the first of the sixteen afterwards.</param>
    /// <param name="last">The last place from which <see cref="Reach"/> bytes can be read; it is asked in any case.</param>
    /// <returns>A bit for each place that may be a beginning; 0 at the end.</returns>
    internal uint Next(ref byte text, ref int at, int last)
    {
        var (low0, low1, low2, low3) = (_low0, _low1, _low2, _low3);
        var (high0, high1, high2, high3) = (_high0, _high1, _high2, _high3);
        for (; at <= last; at = at < last && at + Vector128<byte>.Count > last ? last : at + Vector128<byte>.Count)
        {
            ref var here = ref Unsafe.Add(ref text, at);
            var found = Answer(ref here, 0, low0, high0) & Answer(ref here, 1, low1, high1) & Answer(ref here, 2, low2, high2) & Answer(ref here, 3, low3, high3);
            if (found != Vector128<byte>.Zero)
            {
                return ~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
            }
        }

        return 0;
    }

    /// <summary>Asks one place.</summary>
    internal bool MayBegin(ReadOnlySpan<byte> text) =>
        (_low0[text[0] & 15] & _high0[text[0] >> 4] & _low1[text[1] & 15] & _high1[text[1] >> 4]
            & _low2[text[2] & 15] & _high2[text[2] >> 4] & _low3[text[3] & 15] & _high3[text[3] >> 4]) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Answer(ref byte text, nuint position, Vector128<byte> low, Vector128<byte> high)
    {
        var bytes = Vector128.LoadUnsafe(ref text, position);
        var half = Vector128.Create((byte)15);
        return Look(low, bytes & half) & Look(high, Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half);
    }

    private static Vector128<byte> At(ReadOnlySpan<byte> table, int index) => Vector128.Create(table.Slice(index * 16, 16));

    // Vector128.Shuffle is no single instruction on net8.0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> halves) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, halves)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, halves)
        : Vector128.Shuffle(table, halves);
}
