using System.Text;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

/// <summary>The search for known values beside one that is written to be obvious.</summary>
public sealed class KnownSearchTests
{
    // Few characters, so that values overlap, stand within each other and beside letters and digits; and all that JSON escapes in this way or that.
    private static readonly string[] s_characters = ["a", "b", "1", "2", "n", "u", "0", "\"", "\\", "/", ".", "-", " ", "\n", "\t", "+", "é", "漢", "\u2028", "\U0001F600"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_finds_what_a_plain_search_through_every_layer_finds(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 250; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Text(random, random.Next(3, 14))).ToList();
            var known = new KnownValues(KnownValues.DefaultCount);
            values.ForEach(value => known.Add("k", value));
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(3) == 0 ? values[random.Next(values.Count)] : Text(random, random.Next(0, 9))));
            for (var layers = random.Next(1, 4); layers > 0; layers--)
            {
                text = Escaped(text, random);
            }

            List<SecretMatch>? matches = null;
            new KnownSearch().For(known).Find(Encoding.UTF8.GetBytes($"\"p\":\"{text}\""), ref matches);

            var found = new HashSet<int>((matches ?? []).SelectMany(m => Enumerable.Range(m.Start, m.End - m.Start)));
            Assert.Equal(Expected(text, values).Order(), found.Order());
        }
    }

    [Theory]
    [InlineData("1234", "pin 1234.", true)]
    [InlineData("1234", "1234", true)]
    [InlineData("1234", "(1234)", true)]
    [InlineData("1234", "a_1234_b", true)]
    [InlineData("1234", "91234", false)]
    [InlineData("1234", "12345", false)]
    [InlineData("1234", "x1234", false)]
    [InlineData("1234", "1234é", false)]
    [InlineData("1234", "1234.5", false)]
    [InlineData("1234", "0.1234", false)]
    [InlineData("12.5", "112.5", false)]
    [InlineData("Anna", "Anna's", true)]
    [InlineData("Anna", "Annapolis", false)]
    [InlineData("Anna", "anna", false)]
    [InlineData("Érik", "aÉrik", false)]
    [InlineData("#123", "a#123", true)]
    [InlineData("1234567", "012345678", false)]
    [InlineData("12345678", "0123456789", true)]
    [InlineData("password", "passwords", true)]
    [InlineData("true", "true", false)]
    [InlineData("False", "False", false)]
    [InlineData("null", "null", false)]
    [InlineData("....", "....", false)]
    [InlineData("    ", "    ", false)]
    [InlineData("123", "123", false)]
    [InlineData("[redacted:pin]", "[redacted:pin]", false)]
    public void A_short_value_counts_where_it_is_no_part_of_another_word_or_number(string value, string text, bool isFound)
    {
        var known = new KnownValues(KnownValues.DefaultCount);
        known.Add("k", value);

        Assert.Equal(isFound, Withheld(known, text) != text);
    }

    [Fact]
    public void A_mark_whose_kind_is_a_known_value_stays()
    {
        var known = new KnownValues(KnownValues.DefaultCount);
        known.Add("iban", "iban");

        Assert.Equal("the [redacted:iban] is [redacted:iban]", Withheld(known, "the iban is [redacted:iban]"));
        Assert.Equal("[redacted:[redacted:iban] x]", Withheld(known, "[redacted:iban x]"));
    }

    [Fact]
    public void The_set_takes_as_many_values_and_bytes_as_it_may_and_counts_the_others()
    {
        var known = new KnownValues(3);
        foreach (var value in new[] { "aaaa", "bbbb", "aaaa", "cccc", "dddd", "eeee", "bbbb" })
        {
            known.Add("k", value);
        }

        Assert.Equal((3, 2L), (known.Count, known.LeftOut));
        Assert.Equal("[redacted:k] dddd", Withheld(known, "cccc dddd"));

        var wide = new KnownValues(KnownValues.DefaultCount);
        wide.Add("k", new string('x', KnownValues.MaxBytes));
        wide.Add("k", "more");
        Assert.Equal((1, 1L), (wide.Count, wide.LeftOut));
    }

    [Fact]
    public void Thousands_of_values_are_found_each_and_nothing_else()
    {
        var random = new Random(1);
        var known = new KnownValues(KnownValues.DefaultCount);
        var values = Enumerable.Range(0, 10_000).Select(i => $"v{i:D5}-{random.Next():x8}").ToList();
        values.ForEach(value => known.Add("k", value));
        Assert.All(values, value => Assert.Equal("<[redacted:k]>", Withheld(known, $"<{value}>")));
        Assert.All(values, value => Assert.Equal($"<{value[..^1]}>", Withheld(known, $"<{value[..^1]}>")));
    }

    private static string Text(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => s_characters[random.Next(s_characters.Length)]));

    private static string Escaped(string text, Random random)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            var must = c is '"' or '\\' or < ' ';
            var way = random.Next(must ? 1 : 0, 3);
            result.Append(way == 0 && !must ? c.ToString()
                : way == 1 && c is '"' or '\\' or '/' && way == 1 ? "\\" + c
                : way == 1 && c == '\n' ? "\\n"
                : way == 1 && c == '\t' ? "\\t"
                : way == 1 && !must ? c.ToString()
                : "\\u" + (random.Next(2) == 0 ? ((int)c).ToString("x4") : ((int)c).ToString("X4")));
        }

        return result.ToString();
    }

    private static string Withheld(KnownValues known, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        List<SecretMatch>? matches = null;
        new KnownSearch().For(known).FindInPlain(utf8, ref matches);
        return matches is null ? text : SecretScanner.Replace(utf8, SplitSecrets.Merged(matches));
    }

    // Bytes of the line that belong to a value in some layer.
    private static HashSet<int> Expected(string raw, List<string> values)
    {
        var places = new HashSet<int>();
        var known = values.Where(v => v.Length >= 4 && v.Any(char.IsLetterOrDigit) && v.ToLowerInvariant() is not ("true" or "null" or "false")).ToList();
        // Each character, and the bytes of the line that it stands for.
        var offset = "\"p\":\"".Length;
        var text = new List<(string Character, int Start, int End)>();
        foreach (var rune in raw.EnumerateRunes())
        {
            text.Add((rune.ToString(), offset, offset + rune.Utf8SequenceLength));
            offset += rune.Utf8SequenceLength;
        }

        for (var layer = 0; layer < KnownSearch.MaxLayers; layer++)
        {
            var next = Decoded(text);
            if (layer > 0 && next.Count == text.Count)
            {
                break;
            }

            text = next;
            for (var start = 0; start < text.Count; start++)
            {
                foreach (var value in known)
                {
                    if (End(text, start, value) is { } end && Counts(text, start, end, value))
                    {
                        for (var i = text[start].Start; i < text[end - 1].End; i++)
                        {
                            places.Add(i);
                        }
                    }
                }
            }
        }

        return places;
    }

    private static int? End(List<(string Character, int Start, int End)> text, int start, string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (start == text.Count || text[start].Character != rune.ToString())
            {
                return null;
            }

            start++;
        }

        return start;
    }

    private static bool Counts(List<(string Character, int Start, int End)> text, int start, int end, string value)
    {
        bool Is(int at, Func<char, bool> what) => at >= 0 && at < text.Count && what(text[at].Character[0]);
        if (value.Length >= 8)
        {
            return true;
        }

        var before = Is(start, char.IsLetterOrDigit)
            && (Is(start - 1, char.IsLetterOrDigit) || (Is(start, char.IsAsciiDigit) && Is(start - 1, c => c == '.') && Is(start - 2, char.IsAsciiDigit)));
        var after = Is(end - 1, char.IsLetterOrDigit)
            && (Is(end, char.IsLetterOrDigit) || (Is(end - 1, char.IsAsciiDigit) && Is(end, c => c == '.') && Is(end + 1, char.IsAsciiDigit)));
        return !before && !after;
    }

    private static List<(string Character, int Start, int End)> Decoded(List<(string Character, int Start, int End)> text)
    {
        var result = new List<(string Character, int Start, int End)>();
        for (var i = 0; i < text.Count;)
        {
            var (unit, length) = Unit(text, i);
            if (length == 0)
            {
                result.Add(text[i++]);
                continue;
            }

            var (start, end) = (text[i].Start, text[i + length - 1].End);
            i += length;
            if (char.IsHighSurrogate(unit) && i < text.Count && Unit(text, i) is { Length: 6 } low && char.IsLowSurrogate(low.Unit))
            {
                result.Add(($"{unit}{low.Unit}", start, text[i + 5].End));
                i += 6;
            }
            else
            {
                result.Add((char.IsSurrogate(unit) ? "\uFFFD" : unit.ToString(), start, end));
            }
        }

        return result;
    }

    private static (char Unit, int Length) Unit(List<(string Character, int Start, int End)> text, int at)
    {
        string At(int i) => i < text.Count ? text[i].Character : "";
        if (At(at) != "\\")
        {
            return default;
        }

        switch (At(at + 1))
        {
            case "n": return ('\n', 2);
            case "t": return ('\t', 2);
            case "r": return ('\r', 2);
            case "b": return ('\b', 2);
            case "f": return ('\f', 2);
            case "\"" or "\\" or "/": return (At(at + 1)[0], 2);
            case "u":
                var digits = string.Concat(Enumerable.Range(2, 4).Select(i => At(at + i)));
                return digits.Length == 4 && digits.All(char.IsAsciiHexDigit) ? ((char)Convert.ToInt32(digits, 16), 6) : default;
            default: return default;
        }
    }
}
