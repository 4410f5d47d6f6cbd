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

    private readonly Vector128<byte>[] _low = new Vector128<byte>[Bytes];
    private readonly Vector128<byte>[] _high = new Vector128<byte>[Bytes];

    internal AnchorTable(IReadOnlyList<TokenPattern> patterns)
    {
        var buckets = AnchorBucket.Of(patterns, Buckets);
        Span<byte> low = stackalloc byte[16];
        Span<byte> high = stackalloc byte[16];
        for (var position = 0; position < Bytes; position++)
        {
            low.Clear();
            high.Clear();
            for (var bucket = 0; bucket < buckets.Count; bucket++)
            {
                for (var half = 0; half < 16; half++)
                {
                    low[half] |= (byte)((buckets[bucket].Low[position] >> half & 1) << bucket);
                    high[half] |= (byte)((buckets[bucket].High[position] >> half & 1) << bucket);
                }
            }

            _low[position] = Vector128.Create<byte>(low);
            _high[position] = Vector128.Create<byte>(high);
        }
    }

    internal static bool IsVectorized => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>Asks sixteen places at once; a bit for each that may be a beginning.</summary>
    internal uint Places(ref byte text)
    {
        var found = Answer(ref text, 0) & Answer(ref text, 1) & Answer(ref text, 2) & Answer(ref text, 3);
        return found == Vector128<byte>.Zero ? 0 : ~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
    }

    /// <summary>Asks one place.</summary>
    internal bool MayBegin(ReadOnlySpan<byte> text)
    {
        var found = 0xFF;
        for (var position = 0; position < Bytes; position++)
        {
            found &= _low[position][text[position] & 15] & _high[position][text[position] >> 4];
        }

        return found != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Answer(ref byte text, int position)
    {
        var bytes = Vector128.LoadUnsafe(ref text, (nuint)position);
        var half = Vector128.Create((byte)15);
        return Look(_low[position], bytes & half)
            & Look(_high[position], Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half);
    }

    // Vector128.Shuffle is no single instruction on net8.0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> halves) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, halves)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, halves)
        : Vector128.Shuffle(table, halves);
}
