using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentStepLog.Tests.Records;

public partial class JsonTextTests
{
    [Fact]
    public void Nothing_is_absent_and_null_is_a_value()
    {
        Assert.True(default(JsonText).IsAbsent);
        Assert.Equal("", default(JsonText).ToString());
        Assert.Equal(JsonValueKind.Undefined, default(JsonText).ToElement().ValueKind);
        Assert.False(JsonText.Of((string?)null).IsAbsent);
        Assert.Equal("null", JsonText.Of((string?)null).ToString());
        Assert.NotEqual(default, JsonText.Null);
    }

    [Fact]
    public void Values_are_written_as_json()
    {
        Assert.Equal("true", JsonText.Of(true).ToString());
        Assert.Equal("-7", JsonText.Of(-7).ToString());
        Assert.Equal("0.1", JsonText.Of(0.1).ToString());
        Assert.Equal("1.50", JsonText.Of(1.50m).ToString());
        Assert.Equal("\"2026-11-21T09:00:00+01:00\"", JsonText.Of(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(1))).ToElement().GetRawText().Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal("\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", JsonText.Of(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff")).ToString());
    }

    [Theory]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    public void What_no_json_number_can_say_is_a_string(double value, string json) => Assert.Equal(json, JsonText.Of(value).ToString());

    [Theory]
    [InlineData("\u0000\u001f\u007f\u0085")]
    [InlineData("\u2028\u2029\u202a\u202e\u2066\u2069\u061c\u200e\u200f")]
    public void What_a_line_never_holds_raw_is_escaped(string text)
    {
        var json = JsonText.Of(text);

        Assert.True(json.Utf8.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0);
        Assert.Equal(text, json.ToElement().GetString());
    }

    [Fact]
    public void Letters_of_all_scripts_stand_as_they_are() => Assert.Equal("\"Überraschung 波\"", JsonText.Of("Überraschung 波").ToString());

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", JsonText.Of("a\ud83cb").ToElement().GetString());
        Assert.Equal("a\uFFFDb", JsonText.Parse("\"a\\ud83cb\"").ToElement().GetString());
        Assert.Equal("\uFFFD\uFFFD🏄", JsonText.Parse("\"\\udfc4\\ud83c\\ud83c\\udfc4\"").ToElement().GetString());
        Assert.Equal("{\"\uFFFD\":1}", JsonText.Parse("{\"\\ud83c\":1}").ToString());
    }

    [Fact]
    public void A_parsed_text_is_compact_and_keeps_its_digits_and_order() =>
        Assert.Equal("{\"b\":1.50,\"a\":[1e3,{}],\"c\":\"é\"}", JsonText.Parse(" { \"b\" : 1.50 , \"a\" : [ 1e3, { } ] , \"c\":\"\\u00e9\" } ").ToString());

    [Fact]
    public void Texts_that_differ_in_spelling_only_are_equal_once_parsed()
    {
        var one = JsonText.Parse("{ \"a\": \"\\u0041\\/\" }");
        var other = JsonText.Parse("{\"\\u0061\":\"A/\"}");

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, JsonText.Parse("{\"a\":\"B\"}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("1 2")]
    [InlineData("{'a':1}")]
    [InlineData("NaN")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("[{\"x\":{\"a\":1,\"\\u0061\":2}}]")]
    public void What_is_no_json_of_a_log_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => JsonText.Parse(text));

    [Fact]
    public void A_bomb_of_brackets_is_refused()
    {
        Assert.ThrowsAny<JsonException>(() => JsonText.Parse(new string('[', 100_000)));
        Assert.ThrowsAny<JsonException>(() => JsonText.Parse(new string('[', 513) + new string(']', 513)));
        Assert.Equal(1024, JsonText.Parse(new string('[', 512) + new string(']', 512)).Utf8.Length);
    }

    [Fact]
    public void An_object_of_very_many_members_has_no_duplicate_by_chance()
    {
        var members = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\":{i}"));

        Assert.Equal(20_000, JsonText.Parse($"{{{members}}}").ToElement().EnumerateObject().Count());
        Assert.ThrowsAny<JsonException>(() => JsonText.Parse($"{{{members},\"k19999\":0}}"));
    }

    [Fact]
    public void Names_that_are_one_once_well_formed_are_two_members_of_one_name() =>
        Assert.Throws<ArgumentException>(() => JsonText.Object(("\uD800", JsonText.Of("1")), ("\uD801", JsonText.Of("2"))));

    [Fact]
    public void A_million_members_are_compared_in_a_moment()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 1_000_000).Select(static i => $"\"k{i}\":{i}"));
        Assert.Equal(json.Length + 1, JsonText.Parse(json + "}").Utf8.Length);
        Assert.Contains("\"k7\" occurs twice", Assert.Throws<JsonException>(() => JsonText.Parse(json + ",\"k7\":0}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_and_arrays_are_put_together()
    {
        var value = JsonText.Object(("name", JsonText.Of("surf")), ("n", JsonText.Of(3)), ("absent", default), ("list", JsonText.Array(JsonText.Of(1), default, JsonText.Of("x"))));

        Assert.Equal("{\"name\":\"surf\",\"n\":3,\"list\":[1,null,\"x\"]}", value.ToString());
        Assert.Equal("{}", JsonText.Object().ToString());
        Assert.Contains("\"a\"", Assert.Throws<ArgumentException>(() => JsonText.Object(("a", JsonText.Of("1")), ("a", JsonText.Of("2")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_with_a_contract_is_written_by_it() =>
        Assert.Equal("{\"Name\":\"reef\",\"Depth\":3}", JsonText.Of(new Spot("reef", 3), Contracts.Default.Spot).ToString());

    internal sealed record Spot(string Name, int Depth);

    [JsonSerializable(typeof(Spot))]
    internal sealed partial class Contracts : JsonSerializerContext;
}
