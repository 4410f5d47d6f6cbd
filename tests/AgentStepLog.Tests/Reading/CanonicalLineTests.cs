using System.Text;
using System.Text.Json;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Records;
using Xunit;

namespace AgentStepLog.Tests.Reading;

public sealed class CanonicalLineTests
{
    private static readonly ulong[] s_names = new ulong[CanonicalLine.MaxNames];

    private const string Whole =
        """{"v":1,"run_id":"a-b","step":3,"type":"tool_call","ts":1.000000,"mono_ms":-0.5e+3,"input":{"a":[1,2,[],{}],"b":{"c":null,"ü":"\u00e9\"\\\n"}},"output":"naïve 日本 \ud83d\ude00","n":[true,false,null,0,-1,1.5E-7,"x"],"error":null,"prev":"p","crc":"0f"}""";

    public static TheoryData<string> Others =>
    [
        "", "{", "{}x", "[]", "{} ", " {}", """{"a": 1}""", """{"a":1 ,"b":2}""", """{"a":01}""", """{"a":.5}""", """{"a":1.}""", """{"a":1e}""", """{"a":+1}""", """{"a":-}""", """{"a":NaN}""",
        """{"a":tru}""", """{"a":"\x"}""", """{"a":"\u12g4"}""", """{"a":"\u12"}""", """{"a":"\ud800"}""", """{"a":"\udc00"}""", """{"a":"\ud800\u0041"}""", """{"a":"\ud800x"}""",
        """{"a":1,"a":2}""", """{"a":{"b":1,"c":2,"b":3}}""", """{"a":1,}""", """{,"a":1}""", """{"a"}""", """{"a":}""", """{a:1}""", """{'a':1}""", """{"a":[1,]}""", """{"a":[,1]}""", """{"a":[1}""", """{"a":1}{"b":2}""",
        "{\"a\":\"\t\"}", "{\"a\":\"\u007F\"}", "{\"a\":\"\u0085\"}", "{\"a\":\"\u2028\"}", "{\"a\":\"\u202E\"}", "{\"a\":\"\u2066\"}", "{\"a\":\"b", "{\"a\":\"b\\", "{\"a\":\"b\\u", "{\"a\":1}\r",
    ];

    [Fact]
    public void A_whole_line_is_recognised_with_its_fields()
    {
        var line = Encoding.UTF8.GetBytes(Whole);
        var fields = new LineField[1]; // so that it must grow

        Assert.True(CanonicalLine.TryRead(line, s_names, ref fields, out var count, out var mayNameBlobs, out _));

        Assert.False(mayNameBlobs);
        Assert.Equal(Slowly(line), fields.Take(count));
    }

    [Theory]
    [InlineData("""{"a":{"$blob":"sha256:"}}""")]
    [InlineData("""{"a":[{"$thread":1}]}""")]
    [InlineData("""{"manifest":"sha256:"}""")]
    public void What_may_name_a_blob_is_said(string line)
    {
        var fields = new LineField[4];
        Assert.True(CanonicalLine.TryRead(Encoding.UTF8.GetBytes(line), s_names, ref fields, out _, out var mayNameBlobs, out _));
        Assert.True(mayNameBlobs);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Anything_else_is_left_to_others(string line)
    {
        var fields = new LineField[4];
        Assert.False(CanonicalLine.TryRead(Encoding.UTF8.GetBytes(line), s_names, ref fields, out _, out _, out _));
    }

    [Fact]
    public void Ill_formed_UTF8_is_left_to_others()
    {
        foreach (var bytes in new byte[][] { [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x80], [0xF5, 0x80, 0x80, 0x80] })
        {
            var fields = new LineField[4];
            Assert.False(CanonicalLine.TryRead([.. "{\"a\":\""u8, .. bytes, .. "\"}"u8], s_names, ref fields, out _, out _, out _), Convert.ToHexString(bytes));
        }
    }

    [Fact]
    public void What_is_recognised_passes_every_check_that_it_stands_for()
    {
        var random = new Random(20261121);
        var whole = Encoding.UTF8.GetBytes(Whole);
        var alphabet = Encoding.UTF8.GetBytes("{}[]\",:\\u0123456789abcdeftn.-+E \t\n\u007Fé\u202E日");
        var recognised = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var line = Mutate(whole, alphabet, random);
            var fields = new LineField[4];
            if (CanonicalLine.TryRead(line, s_names, ref fields, out var count, out _, out _))
            {
                recognised++;
                var text = Encoding.UTF8.GetString(line);
                Assert.True(RawBytes.Flaw(line) is null, text);
                Assert.True(DuplicateKeys.Find(line, LogJson.MaxReadDepth) is null, text);
                Assert.False(JsonStrings.HasLoneSurrogate(line), text);
                Assert.True(Slowly(line).SequenceEqual(fields.Take(count)), text);
            }
        }

        Assert.InRange(recognised, 2_000, 40_000);
    }

    private static byte[] Mutate(byte[] whole, byte[] alphabet, Random random)
    {
        var line = whole.ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(line.Count);
            switch (random.Next(4))
            {
                case 0:
                    line[at] = alphabet[random.Next(alphabet.Length)];
                    break;
                case 1:
                    line.Insert(at, alphabet[random.Next(alphabet.Length)]);
                    break;
                case 2:
                    line.RemoveAt(at);
                    break;
                default:
                    var from = random.Next(line.Count);
                    line.InsertRange(at, line.GetRange(from, Math.Min(random.Next(20), line.Count - from)));
                    break;
            }
        }

        return [.. line];
    }

    private static List<LineField> Slowly(byte[] line)
    {
        var fields = new List<LineField>();
        var reader = new Utf8JsonReader(line, LogJson.Line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, length) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            reader.Read();
            var (kind, value) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            fields.Add(new(start, length, value, (int)reader.BytesConsumed - value, kind, false));
        }

        return fields;
    }
}
