using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Tests.Json;

public sealed class JsonEscapeTests
{
    [Fact]
    public void Every_escape_means_what_the_frameworks_reader_says()
    {
        foreach (var letter in Enumerable.Range(0, 128).Select(static c => (char)c))
        {
            var escape = "\\" + letter;
            var length = JsonEscape.Read(Encoding.UTF8.GetBytes(escape + "0041"), out var character);
            var expected = letter == 'u' ? "A" : Framework(escape);
            Assert.Equal(expected, length > 0 ? character.ToString() : null);
            Assert.Equal(expected is null ? ~1 : letter == 'u' ? 6 : 2, length);
        }
    }

    [Fact]
    public void Every_unit_is_its_character_and_half_a_pair_is_none()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            foreach (var format in new[] { "x4", "X4" })
            {
                var text = Encoding.ASCII.GetBytes("\\u" + unit.ToString(format, CultureInfo.InvariantCulture) + "?");
                Assert.Equal(6, JsonEscape.Read(text, out var character));
                Assert.Equal(char.IsSurrogate((char)unit) ? null : new Rune((char)unit), character);
            }
        }
    }

    [Theory]
    [InlineData("\\ud83c\\udfc4", 12, 0x1F3C4)]
    [InlineData("\\uD83C\\uDFC4x", 12, 0x1F3C4)]
    [InlineData("\\ud83c\\ud83c", 6, null)]
    [InlineData("\\ud83c\\n", 6, null)]
    [InlineData("\\ud83cx", 6, null)]
    [InlineData("\\ud83c", 6, null)]
    [InlineData("\\ud83c\\udf", 6, null)]
    [InlineData("\\udfc4\\ud83c", 6, null)]
    public void A_pair_is_read_as_one(string text, int length, int? character)
    {
        Assert.Equal(length, JsonEscape.Read(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(character, read?.Value);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("n", 0)]
    [InlineData("\\", 1)]
    [InlineData("\\x", 1)]
    [InlineData("\\u", 2)]
    [InlineData("\\u00g0", 4)]
    [InlineData("\\u00", 4)]
    [InlineData("\\u000é", 5)]
    public void What_is_no_escape_is_told_by_its_place(string text, int place)
    {
        Assert.Equal(~place, JsonEscape.Read(Encoding.UTF8.GetBytes(text), out var character));
        Assert.Null(character);
    }

    private static string? Framework(string escape)
    {
        try
        {
            return JsonSerializer.Deserialize<string>($"\"{escape}\"");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
