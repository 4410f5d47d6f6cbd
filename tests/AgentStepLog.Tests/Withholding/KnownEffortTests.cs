using System.Text;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Values that are made to be compared at every place of a text: how much is compared has a limit, and what is found does not change by it.</summary>
public sealed class KnownEffortTests
{
    [Fact]
    public void Of_values_that_share_their_first_256_bytes_64_are_kept_and_the_others_are_counted()
    {
        var known = new KnownValues(KnownValues.DefaultCount);
        for (var i = 0; i < 100; i++)
        {
            known.Add("k", new string('a', KnownTable.Key) + i);
        }

        Assert.Equal((KnownTable.MostOfOneKey, 100 - KnownTable.MostOfOneKey), (known.Count, known.LeftOut));
        Assert.Equal(KnownTable.Key + 2, Assert.Single(Found(known, $"x {new string('a', KnownTable.Key)}17 y")).Value.Text.Length);
        Assert.Empty(Found(known, new string('b', 1000)));
    }

    [Fact]
    public void A_text_of_one_character_is_covered_whole_by_values_of_every_length_of_it()
    {
        var known = new KnownValues(KnownValues.DefaultCount);
        for (var length = 8; length < 2_000; length++)
        {
            known.Add("k", new string('a', length));
        }

        AssertCovered(known, new string('a', 100_000));
        AssertCovered(known, new string('a', 7 + 1_999));
    }

    [Fact]
    public void Where_long_values_begin_as_a_text_does_and_go_on_otherwise_it_is_withheld_rather_than_compared_without_end()
    {
        var known = new KnownValues(KnownValues.DefaultCount);
        known.Add("k", new string('a', 1_000_000) + "b");
        Assert.Empty(Found(known, new string('a', 2_000)));

        var text = new string('a', 1_100_000);
        var first = Found(known, text)[0].Start;
        Assert.InRange(first, 1, 100);
        AssertCovered(known, text, from: first);
    }

    [Fact]
    public void A_value_that_begins_within_another_and_ends_behind_it_is_found()
    {
        var known = new KnownValues(KnownValues.DefaultCount);
        known.Add("k", "0123456789abcdef");
        known.Add("k", "abcdefghijkl");
        known.Add("k", new string('x', 1_000) + "tail of it");
        known.Add("k", "tail of it and on");
        AssertCovered(known, "0123456789abcdefghijkl");
        AssertCovered(known, new string('x', 1_000) + "tail of it and on");
    }

    private static void AssertCovered(KnownValues known, string text, int from = 0)
    {
        var end = from;
        foreach (var (start, value) in Found(known, text))
        {
            Assert.True(start <= end, $"{end} to {start} is shown");
            end = Math.Max(end, start + value.Text.Length);
        }

        Assert.Equal(text.Length, end);
    }

    private static List<(int Start, KnownValue Value)> Found(KnownValues known, string text)
    {
        var found = new List<(int Start, KnownValue Value)>();
        known.Find(Encoding.UTF8.GetBytes(text), isJson: false, found);
        return found;
    }
}
