using RepoAgents.Printing;

namespace RepoAgents.Tests.Printing;

/// <summary>Nothing that is printed can steer the terminal.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("plain ✗ └─ ü 船 \ud83d\udea2", "plain ✗ └─ ü 船 \ud83d\udea2")]
    [InlineData("a\u001b[31mb", @"a\u{001B}[31mb")]
    [InlineData("a\nb\tc", @"a\u{000A}b\u{0009}c")]
    [InlineData("\u202Eabc\u2066\u200b\ufeff", @"\u{202E}abc\u{2066}\u{200B}\u{FEFF}")]
    [InlineData("\u0085\u2028\u009b", @"\u{0085}\u{2028}\u{009B}")]
    [InlineData("\udb40\udc41", @"\u{E0041}")]
    public void A_line_shows_what_it_must_not_obey(string text, string shown) => Assert.Equal(shown, Printable.Line(text));

    [Fact]
    public void Half_a_character_is_shown_by_its_number() => Assert.Equal(@"\u{D800}x", Printable.Line("\ud800x"));

    [Fact]
    public void A_block_keeps_line_breaks_and_tabs() => Assert.Equal("a\nb\tc\\u{0007}", Printable.Block("a\r\nb\tc\u0007"));

    [Fact]
    public void A_long_line_is_cut()
    {
        Assert.Equal("abc…", Printable.Line("abcdefgh", 4));
        Assert.Equal("abcd", Printable.Line("abcd", 4));
        Assert.Equal("ab…", Printable.Line("ab\ud83d\udea2cd", 4));
    }
}
