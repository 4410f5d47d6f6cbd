using System.Globalization;
using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>Common parts of the forms of personal data: runs of digits, separators, and escapes.</summary>
internal static class PersonalText
{
    internal static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    internal static bool IsLetter(byte c) => (c | 0x20) is >= 'a' and <= 'z';

    /// <summary>How many digits a text begins with.</summary>
    internal static int Run(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return length < 0 ? text.Length : length;
    }

    /// <summary>A separator: a blank or a no-break space, escaped or not, a hyphen or a dot.</summary>
    /// <returns>How many bytes it takes; 0 if there is none.</returns>
    internal static int Separator(ReadOnlySpan<byte> text, int at, out byte kind)
    {
        var rest = at < text.Length ? text[at..] : [];
        kind = (byte)' ';
        switch (rest)
        {
            case [(byte)' ' or (byte)'-' or (byte)'.', ..]: kind = rest[0]; return 1;
            case [0xC2, 0xA0, ..]: return 2;
            case [0xE2, 0x80, 0xAF, ..]: return 3;
            case [(byte)'\\', ..]:
                var length = EscapedText.Read(text, at, out _);
                return length >= 6 && IsNoBreak(rest[(length - 4)..length]) ? length : 0;
            default: return 0;
        }
    }

    /// <summary>
    /// Whether a number can begin here. The character before is no letter or digit, and no point or hyphen after a digit, which would make the number a part of a
    /// longer one.
    /// </summary>
    internal static bool BeginsAt(ReadOnlySpan<byte> text, int at) =>
        EscapedText.IsBoundary(text, at) && !(at > 1 && text[at - 1] is (byte)'.' or (byte)'-' && IsDigit(text[at - 2]));

    /// <summary>Whether a number can end here, by the same rule.</summary>
    internal static bool EndsAt(ReadOnlySpan<byte> text, int at) =>
        at >= text.Length || (!CharSet.Alphanumeric.Contains(text[at]) && !(text[at] is (byte)'.' or (byte)'-' && at + 1 < text.Length && IsDigit(text[at + 1])));

    /// <summary>The end of the escape <c>\uXXXX</c> whose digits contain a place; 0 if there is no such escape.</summary>
    internal static int EscapeAround(ReadOnlySpan<byte> text, int at)
    {
        for (var digits = 0; digits < 4 && at - digits > 1; digits++)
        {
            if (text[at - digits - 1] == (byte)'u' && text[at - digits - 2] == (byte)'\\')
            {
                var end = at - digits + 4;
                return end <= text.Length && EscapedText.IsHex(text[(at - digits)..end]) ? end : 0;
            }

            if (!CharSet.Hex.Contains(text[at - digits - 1]))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Whether the escape that ends at a place stands for a plus sign.</summary>
    internal static bool IsEscapedPlus(ReadOnlySpan<byte> text, int end) =>
        end >= 6 && text[(end - 4)..(end - 1)].SequenceEqual("002"u8) && (text[end - 1] | 0x20) == 'b';

    /// <summary>The start of the escape that ends at a place. In JSON within JSON, an escape has several backslashes.</summary>
    internal static int StartOfEscape(ReadOnlySpan<byte> text, int end)
    {
        var start = end - 6;
        while (start > 0 && text[start - 1] == (byte)'\\')
        {
            start--;
        }

        return start;
    }

    /// <param name="found">Receives the match.</param>
    /// <param name="start">The offset of its first byte.</param>
    /// <param name="end">The offset after its last byte.</param>
    /// <param name="kind">The kind of data.</param>
    /// <param name="isForm">Whether the form alone identifies the value; false if the text around it does.</param>
    internal static void Add(ref List<SecretMatch>? found, int start, int end, string kind, bool isForm = true) =>
        (found ??= []).Add(new(start, end, kind) { IsForm = isForm });

    private static bool IsNoBreak(ReadOnlySpan<byte> hex) =>
        ushort.TryParse(Encoding.ASCII.GetString(hex), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) && unit is 0x00A0 or 0x202F;
}
