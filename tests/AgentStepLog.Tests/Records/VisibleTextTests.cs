using AgentStepLog.Records;

namespace AgentStepLog.Tests.Records;

/// <summary>A log's own words within a message.</summary>
public sealed class VisibleTextTests
{
    private static readonly string s_79 = new('a', 79);

    [Theory]
    [InlineData("", "")]
    [InlineData("b", "b")]
    [InlineData("\n", "\\n")]
    [InlineData("bc", "b…")]
    [InlineData("\ud83d\ude00", "…")] // a pair is not torn
    public void A_long_text_is_cut_after_80_characters(string rest, string shown) => Assert.Equal(s_79 + shown, VisibleText.Beginning(s_79 + rest));
}
