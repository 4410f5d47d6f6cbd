namespace AgentStepLog.Withholding;

/// <summary>A group of prefixes that share one bit of the table, with the values that the halves of their four bytes may have.</summary>
internal sealed class AnchorBucket
{
    // The share of ordinary text that passes, by the high half of a byte and by the set of low halves that pass.
    private static readonly double[] s_shares = Shares();

    private AnchorBucket()
    {
    }

    internal ushort[] Low { get; } = new ushort[AnchorTable.Bytes];

    internal ushort[] High { get; } = new ushort[AnchorTable.Bytes];

    // The share of ordinary text that passes this bucket.
    private double Cost { get; set; }

    /// <summary>Puts similar prefixes together, so that as little other text as possible passes.</summary>
    internal static List<AnchorBucket> Of(IReadOnlyList<SecretPattern> patterns, int most)
    {
        var buckets = patterns.Select(Of).DistinctBy(b => (string.Join(',', b.Low), string.Join(',', b.High))).ToList();
        var pairs = new List<(double Cost, AnchorBucket First, AnchorBucket Second)>();
        for (var i = 0; i < buckets.Count; i++)
        {
            Pair(buckets[i], buckets.Take(i));
        }

        while (buckets.Count > most)
        {
            var (_, first, second) = pairs.MinBy(pair => pair.Cost);
            pairs.RemoveAll(pair => pair.First == first || pair.Second == first || pair.First == second || pair.Second == second);
            buckets.Remove(second);
            first.Add(second);
            Pair(first, buckets.Where(b => b != first));
        }

        void Pair(AnchorBucket bucket, IEnumerable<AnchorBucket> others) =>
            pairs.AddRange(others.Select(other => (CostOf(bucket, other) - bucket.Cost - other.Cost, bucket, other)));

        return buckets;
    }

    private static AnchorBucket Of(SecretPattern pattern)
    {
        var bucket = new AnchorBucket();
        var anchor = pattern.Prefix.AsSpan(pattern.Anchor);
        for (var position = 0; position < AnchorTable.Bytes; position++)
        {
            if (position < anchor.Length)
            {
                bucket.Allow(position, anchor[position]);
                continue;
            }

            // The prefix has three bytes: the fourth is a character that may follow it, or the backslash of an escape.
            for (var c = 0; c < 128; c++)
            {
                if (pattern.Follows is not { } follows || follows.Contains((byte)c) || c == '\\')
                {
                    bucket.Allow(position, c);
                }
            }
        }

        bucket.Cost = CostOf(bucket, bucket);
        return bucket;
    }

    private void Allow(int position, int c)
    {
        Low[position] |= (ushort)(1 << (c & 15));
        High[position] |= (ushort)(1 << (c >> 4));
    }

    private static double CostOf(AnchorBucket first, AnchorBucket second)
    {
        var cost = 1.0;
        for (var i = 0; i < AnchorTable.Bytes; i++)
        {
            var (low, high, share) = (first.Low[i] | second.Low[i], first.High[i] | second.High[i], 0.0);
            for (var row = 0; row < 8; row++)
            {
                share += (high >> row & 1) == 0 ? 0 : s_shares[row * 512 + (low & 0xFF)] + s_shares[row * 512 + 256 + (low >> 8)];
            }

            cost *= share;
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

    private static double[] Shares()
    {
        var shares = new double[8 * 512];
        for (var row = 0; row < 16; row++)
        {
            for (var set = 1; set < 256; set++)
            {
                var lowest = System.Numerics.BitOperations.TrailingZeroCount(set);
                shares[row * 256 + set] = shares[row * 256 + (set & (set - 1))] + TextFrequency.Of(row * 8 + lowest);
            }
        }

        return shares;
    }
}
