using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>An IPv4 address. A version of four numbers has the same form, and is not withheld if the text calls it a version.</summary>
internal static class IPv4
{
    private const int LongestOctet = 3;
    private const int MaxBetween = 6;

    private static readonly CharSet s_between = CharSet.Of("=:\"'\\ >(");

    /// <param name="text">The text.</param>
    /// <param name="start">The offset of the first digit of a run.</param>
    /// <param name="end">The offset after the run.</param>
    /// <param name="found">Receives the match.</param>
    internal static int Match(ReadOnlySpan<byte> text, int start, int end, ref List<SecretMatch>? found)
    {
        if (end - start > LongestOctet || end >= text.Length || text[end] != (byte)'.' || !PersonalText.BeginsAt(text, start) || (start > 0 && text[start - 1] == (byte)'.'))
        {
            return 0;
        }

        Span<int> octets = stackalloc int[4];
        var at = start;
        for (var i = 0; i < octets.Length; i++)
        {
            if (i > 0 && (at >= text.Length || text[at++] != (byte)'.'))
            {
                return 0;
            }

            var run = PersonalText.Run(text[at..]);
            if (run is 0 or > LongestOctet || (run > 1 && text[at] == (byte)'0'))
            {
                return 0;
            }

            foreach (var digit in text.Slice(at, run))
            {
                octets[i] = (10 * octets[i]) + digit - '0';
            }

            at += run;
            if (octets[i] > 255)
            {
                return 0;
            }
        }

        // After a hyphen, a version may have a word, and a range has another address.
        if ((at < text.Length && (CharSet.Alphanumeric.Contains(text[at]) || text[at] == (byte)'_'))
            || (at + 1 < text.Length && text[at] is (byte)'.' or (byte)'-' && (text[at] == (byte)'.' ? PersonalText.IsDigit(text[at + 1]) : PersonalText.IsLetter(text[at + 1])))
            || octets[0] is 0 or 127 || octets.IndexOfAnyExcept(255) < 0 || IsVersion(text, start))
        {
            return 0;
        }

        PersonalText.Add(ref found, start, at, "ipv4");
        return at;
    }

    private static bool IsVersion(ReadOnlySpan<byte> text, int start)
    {
        for (var between = 0; between < MaxBetween && start > 0 && s_between.Contains(text[start - 1]); between++)
        {
            start--;
        }

        return start >= 7 && Ascii.EqualsIgnoreCase(text[(start - 7)..start], "version"u8);
    }
}
