using System.Numerics;

namespace AgentStepLog.Records;

/// <summary>
/// Durations in microseconds, counted in buckets whose width grows with the value. Each value up to 127 has a bucket of its own, and
/// each power of two above that is cut into 64 buckets. A percentile is the middle of its bucket, so its error is at most 1/128 of the
/// value (0.8 %). Memory: 512 bytes for each power of two that occurred, 30 KB at most.
/// </summary>
internal sealed partial class DurationHistogram
{
    private const int SubBucketBits = 6;
    private const int SubBuckets = 1 << SubBucketBits;

    private readonly long[]?[] _octaves = new long[64 - SubBucketBits][];
    private long _count;
    private long _least = long.MaxValue;
    private long _greatest;

    public void Add(long microseconds)
    {
        var value = Math.Max(0, microseconds);
        var (octave, index) = Bucket(value);
        (_octaves[octave] ??= new long[SubBuckets])[index]++;
        _count++;
        _least = Math.Min(_least, value);
        _greatest = Math.Max(_greatest, value);
    }

    /// <summary>The smallest value that is no less than <paramref name="percent"/> of all values (nearest rank), in microseconds; 0 when there are none.</summary>
    public long Percentile(int percent)
    {
        var rank = (long)((Int128)_count * percent + 99) / 100;
        for (int octave = 0; octave < _octaves.Length && rank > 0; octave++)
        {
            if (_octaves[octave] is not { } buckets)
            {
                continue;
            }

            for (int index = 0; index < SubBuckets; index++)
            {
                rank -= buckets[index];
                if (rank <= 0)
                {
                    return Math.Clamp(Middle(octave, index), _least, _greatest);
                }
            }
        }

        return 0;
    }

    // Octave 0 holds 0..63, octave k the values from 64·2^(k-1) up to twice that, in steps of 2^(k-1).
    private static (int Octave, int Index) Bucket(long value)
    {
        if (value < SubBuckets)
        {
            return (0, (int)value);
        }

        var octave = BitOperations.Log2((ulong)value) - SubBucketBits + 1;
        return (octave, (int)(value >> (octave - 1)) - SubBuckets);
    }

    private static long Middle(int octave, int index)
    {
        if (octave == 0)
        {
            return index;
        }

        var width = 1L << (octave - 1);
        return ((SubBuckets + (long)index) << (octave - 1)) + (width - 1) / 2;
    }
}
