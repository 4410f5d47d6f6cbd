using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Tests.Json;

/// <summary>
/// The index takes and refuses what <see cref="JsonDocument"/> does, at the same byte, and says the same of it. Of random bytes, the same ones in each run;
/// <c>AGENTSTEPLOG_FUZZ=1000000</c> makes that many, from a seed of their own, which a failure names.
/// </summary>
public sealed class JsonIndexTests
{
    private const int Seed = 20261121;
    private const int Rounds = 30_000;

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\ufeff{}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("{,}")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("{\"a\":1]")]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("1/**/")]
    [InlineData("// x\n1")]
    [InlineData("[1] // x")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("truex")]
    [InlineData("tru")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a")]
    [InlineData("\"\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12G4\"")]
    [InlineData("\"\\u12")]
    [InlineData("NaN")]
    public void What_is_no_JSON_is_refused(string json)
    {
        Assert.False(Compare(Encoding.UTF8.GetBytes(json), json));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Objects_and_arrays_stand_within_each_other_as_deep_as_is_said(int levels, bool isTaken)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var json = string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
            Assert.Equal(isTaken ? JsonFault.None : JsonFault.TooDeep, new JsonIndex().Read(Encoding.UTF8.GetBytes(json), 64, int.MaxValue));
            Assert.Equal(isTaken, Compare(Encoding.UTF8.GetBytes(json), json));
        }
    }

    [Fact]
    public void As_many_values_are_taken_as_is_said_and_names_are_none()
    {
        var json = "{\"a\":[1,2],\"b\":null}"u8.ToArray();
        Assert.Equal(JsonFault.None, new JsonIndex().Read(json, 64, 5));
        Assert.Equal(JsonFault.TooMany, new JsonIndex().Read(json, 64, 4));
    }

    [Fact]
    public void Members_are_found_in_any_order_and_again()
    {
        var part = JsonIndex.Of("{\"a\":1,\"b\":{\"a\":7},\"c\":3}"u8.ToArray());
        var next = 0;
        foreach (var (name, value) in new[] { ("c", "3"), ("a", "1"), ("b", "{\"a\":7}"), ("c", "3"), ("b", "{\"a\":7}"), ("a", "1") })
        {
            Assert.True(part.TryGetProperty(name, ref next, out var found));
            Assert.Equal(value, found.GetRawText());
        }

        Assert.False(part.TryGetProperty("d", ref next, out _));
    }

    [Theory]
    [InlineData("\"\\ud83d6-11-21\"")]
    [InlineData("\"2026-11-21T09:00:00\\ud83d\"")]
    [InlineData("\"6f9619ff-8b86-d011-b42d-00c04fc9\\ud83d\"")]
    public void A_text_with_half_a_pair_is_no_time_and_no_Guid(string json)
    {
        var part = JsonIndex.Of(Encoding.UTF8.GetBytes(json));
        Assert.False(part.TryGetDate(out _) || part.TryGetDateTime(out _) || part.TryGetDateTimeOffset(out _) || part.TryGetGuid(out _));
    }

    [Fact]
    public void An_index_that_is_used_again_knows_nothing_of_the_text_before()
    {
        var index = new JsonIndex();
        Assert.Equal(JsonFault.None, index.Read("{\"a\":\"\\ud83d\",\"a\":[1,2,3,4,5,6,7,8,9]}"u8.ToArray(), 64, 100));
        Assert.True(index.HasLoneSurrogate && index.MayHaveEqualNames());
        index.Clear();
        Assert.Equal(JsonFault.None, index.Read("{}"u8.ToArray(), 64, 100));
        Assert.False(index.HasLoneSurrogate || index.MayHaveEqualNames());
        Assert.Equal(0, index.Root.Count);
    }

    [Fact]
    public void Random_bytes_are_taken_and_read_as_by_JsonDocument()
    {
        var more = Environment.GetEnvironmentVariable("AGENTSTEPLOG_FUZZ");
        var (rounds, seed) = more is null ? (Rounds, Seed) : (int.Parse(more, CultureInfo.InvariantCulture), Environment.TickCount);
        var taken = 0;
        for (var round = 0; round < rounds; round++)
        {
            var utf8 = new RandomJson(new Random(seed + round)).Next();
            taken += Compare(utf8, $"seed {seed + round}: {Encoding.UTF8.GetString(utf8)}") ? 1 : 0;
        }

        Assert.InRange(taken, rounds / 4, rounds * 3 / 4);
    }

    // Whether both took it.
    private static bool Compare(byte[] utf8, string what)
    {
        JsonDocument theirs;
        var index = new JsonIndex();
        byte[] within = [(byte)'[', (byte)'"', .. utf8, (byte)'"', (byte)']']; // nothing around the text is looked at
        var fault = index.Read(within.AsMemory(2, utf8.Length), 64, int.MaxValue);
        try
        {
            theirs = JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            Assert.True(fault != JsonFault.None, $"taken, against \"{e.Message}\": {what}");
            Assert.True(fault == JsonFault.TooDeep || index.FaultAt == Place(utf8, e), $"at {index.FaultAt}, against \"{e.Message}\": {what}");
            return false;
        }

        using (theirs)
        {
            Assert.True(fault == JsonFault.None, $"{fault} at {index.FaultAt}: {what}");
            Same(theirs.RootElement, index.Root, what);
            Assert.True(JsonMarshal.GetRawUtf8Value(theirs.RootElement).SequenceEqual(JsonMarshal.GetRawUtf8Value(index.Root.ToElement())), what);
            Assert.True(index.HasLoneSurrogate == JsonStrings.HasLoneSurrogate(utf8), what);
            if (!index.HasLoneSurrogate && System.Text.Unicode.Utf8.IsValid(utf8))
            {
                Assert.True(index.MayHaveEqualNames() == (DuplicateKeys.Find(utf8, 64) is not null), what);
            }

            return true;
        }
    }

    // The first byte that was not expected. Where nothing follows a comma that may stand there, the framework names the comma.
    private static int Place(byte[] utf8, JsonException e)
    {
        var at = 0;
        for (var line = e.LineNumber; line > 0; line--)
        {
            at += utf8.AsSpan(at).IndexOf((byte)'\n') + 1;
        }

        at += (int)e.BytePositionInLine!.Value;
        return utf8.AsSpan(at) is [(byte)','] && e.Message.Contains("instead reached end of data", StringComparison.Ordinal) ? utf8.Length : at;
    }

    private static void Same(JsonElement theirs, JsonPart ours, string what)
    {
        Assert.True(theirs.ValueKind == ours.ValueKind && JsonMarshal.GetRawUtf8Value(theirs).SequenceEqual(ours.RawUtf8), what);
        switch (theirs.ValueKind)
        {
            case JsonValueKind.Object:
                var members = theirs.EnumerateObject().ToList();
                Assert.True(members.Count == ours.Count, what);
                var (i, areTexts) = (0, IsText(ours));
                foreach (var (name, value) in ours.Members())
                {
                    Same(members[i].Value, value, what);
                    if (areTexts)
                    {
                        SameText(members[i].Name, name, what);
                        var text = members[i].Name;
                        Assert.True(ours.TryGetProperty(text, out var found), what);
                        Assert.True(members.First(m => m.NameEquals(text)).Value.GetRawText() == found.GetRawText(), what);
                    }

                    i++;
                }

                Assert.True(i == members.Count && !(areTexts && ours.TryGetProperty("no such name, é", out _)), what);
                break;
            case JsonValueKind.Array:
                var items = theirs.EnumerateArray().ToList();
                Assert.True(items.Count == ours.Count, what);
                var n = 0;
                foreach (var (_, item) in ours.Items())
                {
                    Same(items[n++], item, what);
                }

                Assert.True(n == items.Count, what);
                break;
            case JsonValueKind.String when IsText(ours):
                SameText(theirs.GetString()!, ours, what);
                Both(theirs.TryGetGuid(out var guid), guid, ours.TryGetGuid(out var ourGuid), ourGuid, what);
                Both(theirs.TryGetDateTime(out var time), time.ToBinary(), ours.TryGetDateTime(out var ourTime), ourTime.ToBinary(), what);
                Both(theirs.TryGetDateTimeOffset(out var moment), moment, ours.TryGetDateTimeOffset(out var ourMoment), ourMoment, what);
                Both(DateOnly.TryParseExact(theirs.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date), date, ours.TryGetDate(out var ourDate), ourDate, what);
                Both(theirs.TryGetBytesFromBase64(out var bytes), Text(bytes), ours.TryGetBytesFromBase64(out var ourBytes), Text(ourBytes), what);
                break;
            case JsonValueKind.Number:
                SameNumber(theirs, ours, what);
                break;
        }
    }

    private static void SameText(string theirs, JsonPart ours, string what)
    {
        Assert.True(theirs == ours.GetString() && Encoding.UTF8.GetString(ours.TextUtf8) == theirs, what);
        Assert.True(ours.ValueEquals(theirs) && !ours.ValueEquals(theirs + "x") && !ours.ValueEquals("x" + theirs), what);
        Assert.True(theirs.Length == 0 || (!ours.ValueEquals(theirs.AsSpan(1)) && !ours.ValueEquals(theirs[..^1] + "\u0001")), what);
    }

    private static void SameNumber(JsonElement theirs, JsonPart ours, string what)
    {
        Both(theirs.TryGetSByte(out var i8), i8, ours.TryGetSByte(out var our8), our8, what);
        Both(theirs.TryGetByte(out var u8), u8, ours.TryGetByte(out var ourU8), ourU8, what);
        Both(theirs.TryGetInt16(out var i16), i16, ours.TryGetInt16(out var our16), our16, what);
        Both(theirs.TryGetUInt16(out var u16), u16, ours.TryGetUInt16(out var ourU16), ourU16, what);
        Both(theirs.TryGetInt32(out var i32), i32, ours.TryGetInt32(out var our32), our32, what);
        Both(theirs.TryGetUInt32(out var u32), u32, ours.TryGetUInt32(out var ourU32), ourU32, what);
        Both(theirs.TryGetInt64(out var i64), i64, ours.TryGetInt64(out var our64), our64, what);
        Both(theirs.TryGetUInt64(out var u64), u64, ours.TryGetUInt64(out var ourU64), ourU64, what);
        Both(theirs.TryGetSingle(out var f32), BitConverter.SingleToInt32Bits(f32), ours.TryGetSingle(out var ourF32), BitConverter.SingleToInt32Bits(ourF32), what);
        Both(theirs.TryGetDouble(out var f64), BitConverter.DoubleToInt64Bits(f64), ours.TryGetDouble(out var ourF64), BitConverter.DoubleToInt64Bits(ourF64), what);
        Both(theirs.TryGetDecimal(out var dec), string.Join(' ', decimal.GetBits(dec)), ours.TryGetDecimal(out var ourDec), string.Join(' ', decimal.GetBits(ourDec)), what);
    }

    private static void Both<T>(bool theyCan, T theirs, bool weCan, T ours, string what) =>
        Assert.True(theyCan == weCan && (!theyCan || EqualityComparer<T>.Default.Equals(theirs, ours)), $"{theyCan} {theirs}, here {weCan} {ours}: {what}");

    private static string? Text(byte[]? bytes) => bytes is null ? null : Convert.ToHexString(bytes);

    // The framework refuses to say what other strings say.
    private static bool IsText(JsonPart value) =>
        !JsonStrings.HasLoneSurrogate(value.RawUtf8) && System.Text.Unicode.Utf8.IsValid(value.RawUtf8);
}
