using AgentStepLog.Records;

namespace AgentStepLog.Tests.Records;

public class DurationHistogramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Percentiles_are_within_one_percent_of_the_exact_ones(int seed)
    {
        var random = new Random(seed);
        // From microseconds to days, evenly over the powers of ten.
        var durations = Enumerable.Range(0, 20_000).Select(_ => (long)Math.Pow(10, random.NextDouble() * 11)).ToArray();
        var histogram = Filled(durations);
        Array.Sort(durations);

        for (var percent = 1; percent <= 100; percent++)
        {
            var exact = durations[(percent * durations.Length + 99) / 100 - 1];
            var told = histogram.Percentile(percent);
            Assert.True(Math.Abs(told - exact) <= exact * 0.01, $"P{percent}: {told} for {exact}");
        }
    }

    [Fact]
    public void Every_single_value_up_to_a_hundred_thousand_is_told_exactly_when_alone()
    {
        for (long value = 0; value <= 100_000; value++)
        {
            Assert.Equal(value, Filled(value).Percentile(50));
        }
    }

    [Fact]
    public void Each_value_falls_into_a_bucket_within_one_percent_of_it()
    {
        for (var value = 1L; value < long.MaxValue / 3; value += 1 + value / 300)
        {
            // Among a much smaller and a much greater one, the middle one is told as its bucket.
            var told = Filled(0, value, long.MaxValue).Percentile(50);
            Assert.True(Math.Abs(told - value) <= value * 0.01, $"{told} for {value}");
        }
    }

    [Fact]
    public void Ranks_are_the_nearest_ones()
    {
        Assert.Equal(0, Filled().Percentile(50));
        Assert.Equal(10, Filled(10, 20).Percentile(50));
        Assert.Equal(20, Filled(10, 20).Percentile(95));
        Assert.Equal(20, Filled(30, 10, 20).Percentile(50));
        Assert.Equal(long.MaxValue, Filled(long.MaxValue, long.MaxValue).Percentile(95));
        Assert.Equal(0, Filled(-5).Percentile(50));
    }

    private static DurationHistogram Filled(params long[] durations)
    {
        var histogram = new DurationHistogram();
        foreach (var duration in durations)
        {
            histogram.Add(duration);
        }

        return histogram;
    }
}
