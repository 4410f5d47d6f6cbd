using System.Globalization;
using System.Text;

namespace AgentStepLog.Tools;

/// <summary>Explains why a text is not JSON, in words that help a model to correct it. The framework's own messages speak of readers and their options.</summary>
internal static class JsonSyntax
{
    private const int MaxExcerpt = 24;

    /// <param name="utf8">The text.</param>
    /// <param name="at">The offset of the first byte that is not allowed there; the end of the text if something is missing.</param>
    /// <param name="hides">Whether nothing of the text may be shown.</param>
    public static string Describe(ReadOnlySpan<byte> utf8, int at, bool hides)
    {
        // An excerpt could show half a secret, which no shape recognizes any more.
        hides |= AmbientSecrets.Current.Any(utf8);
        var open = Open.At(utf8[..at]);
        if (utf8.StartsWith("\ufeff"u8))
        {
            return "a byte order mark (U+FEFF) stands before it (line 1, column 1); leave it out";
        }

        if (utf8[at..].Trim(" \t\r\n"u8).IsEmpty)
        {
            var missing = open.Missing is { Length: > 0 } ? $"{open.Missing} is missing at its end" : "there is no value";
            return $"it ends too soon: {missing}{Place(utf8, utf8.Length, hides)}; send all of it again, and close what is open";
        }

        at = WordStart(utf8, at, open);
        return Cause(utf8, at, open, hides) + Place(utf8, at, hides);
    }

    private static string Cause(ReadOnlySpan<byte> utf8, int at, Open open, bool hides)
    {
        var c = utf8[at];
        if (open.IsInString)
        {
            return c < ' ' ? $"a {ControlName(c)} stands raw in a string; write {Escape(c)}" : "a \\ in a string begins no escape; write \\\\ for the character itself";
        }

        if (open.IsComplete)
        {
            return "more text follows the end of the value; give one object and nothing else";
        }

        if (c is (byte)'}' or (byte)']' && open.Before == (byte)',')
        {
            return $"a comma stands before {(char)c}; leave it out";
        }

        return c switch
        {
            (byte)'\'' => "texts and names stand in \", not in '",
            (byte)'`' => "a ` stands outside of a string; give the JSON without any marks around it",
            (byte)'/' or (byte)'#' => "comments are no JSON; leave them out",
            _ => Word(utf8[at..]) switch
            {
                "True" => "write true, not True",
                "False" => "write false, not False",
                "None" or "undefined" or "NULL" or "Null" => "write null for no value",
                "NaN" or "Infinity" => "NaN and Infinity are no JSON numbers; write them as strings",
                { Length: > 0 } when open.Before == 0 => "words stand before the value; give one JSON object and nothing else",
                { Length: > 0 } when hides => "a word stands outside of a string; put it in \"",
                { Length: > 0 } word => $"{ShownText.Of(word, MaxExcerpt)} stands outside of a string; put it in \"",
                _ => hides ? "a character stands where none of its kind can" : $"unexpected {Character(utf8[at..])}",
            },
        };
    }

    private static string Place(ReadOnlySpan<byte> utf8, int at, bool hides)
    {
        var before = utf8[..at];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        var excerpt = Encoding.UTF8.GetString(before);
        var start = Math.Max(0, excerpt.Length - MaxExcerpt);
        start += start > 0 && char.IsLowSurrogate(excerpt[start]) ? 1 : 0;
        var after = hides || excerpt.Length == 0 ? "" : $", after {(start > 0 ? "…" : "")}{ShownText.Of(excerpt[start..])}";
        return string.Create(CultureInfo.InvariantCulture, $" (line {line}, column {column}{after})");
    }

    // The offset may be within a word, at the first unexpected letter. The word begins earlier.
    private static int WordStart(ReadOnlySpan<byte> utf8, int at, Open open)
    {
        while (!open.IsInString && at > 0 && IsLetter(utf8[at - 1]) && IsLetter(utf8[at]))
        {
            at--;
        }

        return at;
    }

    private static string Word(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        while (length < utf8.Length && IsLetter(utf8[length]))
        {
            length++;
        }

        return Encoding.ASCII.GetString(utf8[..length]);
    }

    private static bool IsLetter(byte c) => char.IsAsciiLetter((char)c) || c == (byte)'_';

    private static string Character(ReadOnlySpan<byte> utf8) =>
        Rune.DecodeFromUtf8(utf8, out var rune, out _) == System.Buffers.OperationStatus.Done ? ShownText.Of(rune.ToString()) : "byte";

    private static string ControlName(byte c) => c switch { (byte)'\n' or (byte)'\r' => "line break", (byte)'\t' => "tab", _ => "control character" };

    private static string Escape(byte c) => c switch { (byte)'\n' => "\\n", (byte)'\r' => "\\r", (byte)'\t' => "\\t", _ => $"\\u{c:x4}" };

    /// <summary>The state at the end of a text that is JSON up to there.</summary>
    private readonly record struct Open(string Missing, bool IsInString, bool IsComplete, byte Before)
    {
        private const int MaxMissing = 16;

        public static Open At(ReadOnlySpan<byte> utf8)
        {
            var closers = new Stack<char>();
            var (inString, escaped, last, some) = (false, false, (byte)0, false);
            foreach (var c in utf8)
            {
                if (inString)
                {
                    inString = escaped || c != (byte)'"';
                    escaped = !escaped && c == (byte)'\\';
                    continue;
                }

                switch (c)
                {
                    case (byte)'"': inString = true; break;
                    case (byte)'{': closers.Push('}'); break;
                    case (byte)'[': closers.Push(']'); break;
                    case (byte)'}' or (byte)']': _ = closers.TryPop(out _); break;
                    case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n': continue;
                }

                (last, some) = (c, true);
            }

            var missing = (inString ? "\"" : "") + string.Concat(closers.Take(MaxMissing)) + (closers.Count > MaxMissing ? "…" : "");
            return new(missing, inString, some && !inString && closers.Count == 0 && !char.IsAsciiLetter((char)last), last);
        }
    }
}
