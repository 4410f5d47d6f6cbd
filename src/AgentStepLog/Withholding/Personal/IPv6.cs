using System.Net;
using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// An IPv6 address, recognized by its colons. Times, the addresses of network cards, and names with two colons between them have other forms, or no digit.
/// </summary>
internal static class IPv6
{
    private const int Longest = 45;
    private const int LongestGroup = 4;

    private static readonly CharSet s_set = CharSet.Hex + ":.";

    internal static int Match(ReadOnlySpan<byte> text, int colon, ref List<SecretMatch>? found)
    {
        var start = colon;
        while (start > 0 && colon - start < LongestGroup && CharSet.Hex.Contains(text[start - 1]))
        {
            start--;
        }

        if (colon + 1 >= text.Length || (start == colon && text[colon + 1] != (byte)':'))
        {
            return 0;
        }

        var end = colon + 1;
        while (end < text.Length && end - start <= Longest && s_set.Contains(text[end]))
        {
            end++;
        }

        var after = end;
        while (text[end - 1] == (byte)'.' || (text[end - 1] == (byte)':' && text[end - 2] != (byte)':'))
        {
            end--; // the dot or colon belongs to the sentence
        }

        return end > colon && EscapedText.IsBoundary(text, start) && !(start > 0 && text[start - 1] is (byte)':' or (byte)'.' or (byte)'_')
            && (after >= text.Length || !(CharSet.Alphanumeric.Contains(text[after]) || text[after] == (byte)'_')) && IsAddress(text[start..end])
            ? Found(ref found, start, end) : 0;
    }

    private static int Found(ref List<SecretMatch>? found, int start, int end)
    {
        PersonalText.Add(ref found, start, end, "ipv6");
        return end;
    }

    private static bool IsAddress(ReadOnlySpan<byte> text)
    {
        var colons = text.Count((byte)':');
        var isShort = text.IndexOf("::"u8) >= 0;
        if (colons < 2 || text.Length > Longest || text.IndexOfAnyInRange((byte)'0', (byte)'9') < 0 || !(isShort || colons is 6 or 7) || Groups(text, out var pairs) < 2
            || (!isShort && pairs == 8))
        {
            return false;
        }

        Span<char> characters = stackalloc char[Longest];
        Encoding.ASCII.GetChars(text, characters);
        return IPAddress.TryParse(characters[..text.Length], out var address) && !IPAddress.IsLoopback(address);
    }

    // Eight groups of two digits each are the address of a network card (EUI-64).
    private static int Groups(ReadOnlySpan<byte> text, out int pairs)
    {
        var (groups, length) = (0, 0);
        pairs = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != (byte)':')
            {
                length++;
                continue;
            }

            groups += length > 0 ? 1 : 0;
            pairs += length == 2 ? 1 : 0;
            length = 0;
        }

        return groups;
    }
}
