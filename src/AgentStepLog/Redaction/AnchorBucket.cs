using System.Numerics;

namespace AgentStepLog.Redacting;

/// <summary>Prefixes that share a bit of the table: what the halves of their four bytes may be.</summary>
internal sealed class AnchorBucket
{
    private AnchorBucket()
    {
    }

    internal ushort[] Low { get; } = new ushort[AnchorTable.Bytes];

    internal ushort[] High { get; } = new ushort[AnchorTable.Bytes];

    // Of all combinations of bytes, how many pass.
    private double Cost { get; set; }

    /// <summary>Puts like prefixes together, so that as little else as possible passes.</summary>
    internal static List<AnchorBucket> Of(IReadOnlyList<TokenPattern> patterns, int most)
    {
        var buckets = patterns.Select(Of).DistinctBy(b => (string.Join(',', b.Low), string.Join(',', b.High))).ToList();
        while (buckets.Count > most)
        {
            var best = (Cost: double.MaxValue, First: 0, Second: 0);
            for (var i = 0; i < buckets.Count; i++)
            {
                for (var j = i + 1; j < buckets.Count; j++)
                {
                    var cost = CostOf(buckets[i], buckets[j]) - buckets[i].Cost - buckets[j].Cost;
                    best = cost < best.Cost ? (cost, i, j) : best;
                }
            }

            buckets[best.First].Add(buckets[best.Second]);
            buckets.RemoveAt(best.Second);
        }

        return buckets;
    }

    private static AnchorBucket Of(TokenPattern pattern)
    {
        var bucket = new AnchorBucket();
        var anchor = pattern.Prefix.AsSpan(pattern.Anchor);
        for (var position = 0; position < AnchorTable.Bytes; position++)
        {
            // After a prefix of three bytes anything of ASCII may come.
            var any = position >= anchor.Length;
            bucket.Low[position] = any ? ushort.MaxValue : (ushort)(1 << (anchor[position] & 15));
            bucket.High[position] = any ? (ushort)0xFF : (ushort)(1 << (anchor[position] >> 4));
        }

        bucket.Cost = CostOf(bucket, bucket);
        return bucket;
    }

    private static double CostOf(AnchorBucket first, AnchorBucket second)
    {
        var cost = 1.0;
        for (var i = 0; i < AnchorTable.Bytes; i++)
        {
            cost *= BitOperations.PopCount((uint)(first.Low[i] | second.Low[i])) * BitOperations.PopCount((uint)(first.High[i] | second.High[i]));
        }

        return cost;
    }

    private void Add(AnchorBucket other)
    {
        for (var i = 0; i < AnchorTable.Bytes; i++)
        {
            Low[i] |= other.Low[i];
            High[i] |= other.High[i];
        }

        Cost = CostOf(this, this);
    }
}
