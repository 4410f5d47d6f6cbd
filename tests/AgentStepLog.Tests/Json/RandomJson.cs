using System.Text;

namespace AgentStepLog.Tests.Json;

/// <summary>Bytes that are JSON, or nearly.</summary>
internal sealed class RandomJson(Random random)
{
    private static readonly string[] s_names = ["a", "b", "aa", "ab", "name", "é", "\\u0061", "a\\\"b", "", "a much longer name, of more than 32 bytes"];

    private static readonly string[] s_texts =
    [
        "", "x", "text", "é漢", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\b\\f\\r\\t", "\\u00e9", "\\uD83D\\uDE00", "\\ud83d", "\\ude00\\ud83d", "\\ud83dx", "\u007f", "\u2028",
        "6f9619ff-8b86-d011-b42d-00c04fc964ff", "2026-11-21T09:00:00Z", "2026-11-21T09:00:00+01:00", "2026-11-21", "\\u0032026-11-21", "AQID", "AQI", "QUJD\\u003d",
        "more than sixteen bytes, and more than thirty-two of them, and an escape at the end\\t", "\\x", "\\u12g4", "\\u12", "\\", "\n", "\u0001", "'",
    ];

    private static readonly string[] s_numbers =
    [
        "0", "-0", "1", "-1", "7", "10", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649",
        "4294967295", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
        "79228162514264337593543950335", "79228162514264337593543950336", "0.1", "-0.0", "0.10", "1.50", "48.8566", "2.3522", "1e5", "1E5", "1e+5", "1e-5", "1.5e3", "0e0", "0e400", "1e400",
        "-1e400", "1e-400", "123456789012345678", "0.123456789012345678901234567890123", "9007199254740993", "4503599627370497.5", "1.7976931348623157e308", "5e-324", "0.000001", "1000000000000000000000000",
        "01", "-", "-a", "1.", ".5", "1.e5", "1e", "1e+", "+1", "--1", "0x1", "1_000", "NaN", "Infinity", "00", "-01", "1.5.5", "1e5e5",
    ];

    private static readonly string[] s_bits =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "'", "null", "true", "false", "True", "nul", "-", ".", "e", "0", "//", "/* */", "#", "\u0000", "\ufeff", "\u00a0", "\n", "\v", " ",
    ];

    private readonly List<byte> _utf8 = [];

    public byte[] Next()
    {
        _utf8.Clear();
        Space();
        Value(random.Next(5) == 0 ? 80 : 4, shape: random.Next(8));
        Space();
        for (var i = random.Next(3) == 0 ? 1 + random.Next(2) : 0; i > 0; i--)
        {
            Spoil();
        }

        return [.. _utf8];
    }

    private void Value(int levels, int shape)
    {
        switch (levels <= 0 ? 9 : shape)
        {
            case 0 or 1 or 2 or 3 or 4:
                List('{', '}', levels > 10 ? 1 : random.Next(6), () =>
                {
                    Text(s_names);
                    Space();
                    Write(":");
                    Space();
                    Value(levels - 1, random.Next(levels > 10 ? 7 : 12));
                });
                break;
            case 5 or 6:
                List('[', ']', levels > 10 ? 1 : random.Next(6), () => Value(levels - 1, random.Next(levels > 10 ? 7 : 12)));
                break;
            case 7:
                Write(Mostly(["null", "true", "false"], "nul", "truE", "falsee", "tru\u0000"));
                break;
            case 8 or 9:
                Number();
                break;
            default:
                Text(s_texts);
                break;
        }
    }

    private void List(char open, char close, int count, Action item)
    {
        Write(open.ToString());
        Space();
        for (var i = 0; i < count; i++)
        {
            item();
            Space();
            Write(i < count - 1 || random.Next(60) == 0 ? "," : "");
            Space();
        }

        Write(close.ToString());
    }

    private void Text(string[] pieces)
    {
        Write("\"");
        for (var i = random.Next(5) == 0 ? random.Next(4) : 1; i > 0; i--)
        {
            // The last ones of the texts are none.
            Write(pieces[random.Next(random.Next(20) == 0 ? pieces.Length : Math.Min(pieces.Length, s_texts.Length - 8))]);
        }

        if (random.Next(60) == 0)
        {
            _utf8.Add((byte)random.Next(0x80, 0x100));
        }

        Write("\"");
    }

    private void Number()
    {
        if (random.Next(3) > 0)
        {
            Write(s_numbers[random.Next(random.Next(20) == 0 ? s_numbers.Length : s_numbers.Length - 18)]);
            return;
        }

        var digits = new StringBuilder(random.Next(2) == 0 ? "-" : "").Append(random.Next(1, 10));
        for (var i = random.Next(random.Next(4) == 0 ? 40 : 8); i > 0; i--)
        {
            digits.Append(random.Next(10));
        }

        if (random.Next(2) == 0)
        {
            digits.Append('.').Append(random.Next());
        }

        Write(digits.Append(random.Next(4) == 0 ? "e" + random.Next(-330, 330) : "").ToString());
    }

    private void Space() => Write(random.Next(8) == 0 ? Mostly([" ", "\n", "\r\n", "\t", "  "], "\v", "\u00a0", "// x\n", "/**/") : "");

    private string Mostly(string[] usual, params string[] rare) =>
        random.Next(60) == 0 ? rare[random.Next(rare.Length)] : usual[random.Next(usual.Length)];

    private void Spoil()
    {
        var at = random.Next(_utf8.Count + 1);
        var length = Math.Min(random.Next(6), _utf8.Count - at);
        switch (random.Next(6))
        {
            case 0:
                _utf8.RemoveRange(at, _utf8.Count - at);
                break;
            case 1:
                _utf8.RemoveRange(at, length);
                break;
            case 2:
                _utf8.InsertRange(at, _utf8.GetRange(at, length));
                break;
            case 3:
                _utf8.InsertRange(random.Next(6) == 0 ? 0 : at, Encoding.UTF8.GetBytes(s_bits[random.Next(s_bits.Length)]));
                break;
            case 4 when length > 0:
                _utf8[at] = (byte)random.Next(256);
                break;
            default:
                _utf8.Insert(at, (byte)random.Next(256));
                break;
        }
    }

    private void Write(string text) => _utf8.AddRange(Encoding.UTF8.GetBytes(text));
}
