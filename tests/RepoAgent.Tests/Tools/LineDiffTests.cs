using RepoAgents.Tools;

namespace RepoAgents.Tests.Tools;

/// <summary>The diff leads from one text to the other, by the shortest way.</summary>
public sealed class LineDiffTests
{
    [Fact]
    public void Random_texts_are_led_to_each_other_by_as_few_edits_as_the_longest_common_part_allows()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 400; i++)
        {
            var (left, right) = (Text(random), Text(random));
            var edits = LineDiff.Between(left, right);

            Assert.Equal(left, edits.Where(static e => e.Kind != '+').Select(static e => e.Line));
            Assert.Equal(right, edits.Where(static e => e.Kind != '-').Select(static e => e.Line));
            Assert.Equal(LongestCommon(left, right), edits.Count(static e => e.Kind == ' '));
        }
    }

    [Fact]
    public void Texts_that_differ_too_much_are_replaced_altogether_and_still_rightly()
    {
        var left = Enumerable.Range(0, 3000).Select(static i => $"l{i}").Append("same").ToList();
        var right = Enumerable.Range(0, 3000).Select(static i => $"r{i}").Append("same").ToList();
        var edits = LineDiff.Between(left, right);

        Assert.Equal(left, edits.Where(static e => e.Kind != '+').Select(static e => e.Line));
        Assert.Equal(right, edits.Where(static e => e.Kind != '-').Select(static e => e.Line));
        Assert.Equal(' ', edits[^1].Kind);
    }

    [Fact]
    public void Changes_far_apart_stand_in_hunks_of_their_own()
    {
        var left = Enumerable.Range(1, 30).Select(static i => $"{i}").ToList();
        var right = left.Select(static l => l switch { "2" => "two", "29" => "twenty-nine", _ => l }).ToList();

        Assert.Equal(
            [
                "--- a", "+++ b",
                "@@ -1,5 +1,5 @@", " 1", "-2", "+two", " 3", " 4", " 5",
                "@@ -26,5 +26,5 @@", " 26", " 27", " 28", "-29", "+twenty-nine", " 30",
            ],
            UnifiedDiff.Write("a", "b", LineDiff.Between(left, right)));
    }

    [Fact]
    public void An_empty_side_has_an_empty_range()
    {
        Assert.Equal(["--- a", "+++ b", "@@ -0,0 +1,2 @@", "+x", "+y"], UnifiedDiff.Write("a", "b", LineDiff.Between([], ["x", "y"])));
        Assert.Empty(UnifiedDiff.Write("a", "b", LineDiff.Between(["x"], ["x"])));
    }

    private static List<string> Text(Random random) =>
        Enumerable.Range(0, random.Next(14)).Select(_ => ((char)('a' + random.Next(4))).ToString()).ToList();

    private static int LongestCommon(List<string> left, List<string> right)
    {
        var best = new int[left.Count + 1, right.Count + 1];
        for (var i = 1; i <= left.Count; i++)
        {
            for (var j = 1; j <= right.Count; j++)
            {
                best[i, j] = left[i - 1] == right[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return best[left.Count, right.Count];
    }
}
