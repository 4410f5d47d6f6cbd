namespace AgentStepLog.Withholding;

/// <summary>The user and the password before the host of a URL: <c>https://user:password@host</c>. The rest of the URL is not withheld.</summary>
internal static class UrlUserInfo
{
    private const int Max = 256;

    // RFC 3986 allows unreserved characters, percent-encoded ones and delimiters. People also write other characters unencoded.
    private static readonly CharSet s_set = CharSet.Alphanumeric + "-._~%!$&'()*+,;=:[]{}^|";

    internal static int Match(ReadOnlySpan<byte> text, int colon, ref List<SecretMatch>? found)
    {
        var start = colon + 1;
        if (colon == 0 || !CharSet.Alphanumeric.Contains(text[colon - 1]) || !Slash(text, ref start) || !Slash(text, ref start))
        {
            return 0;
        }

        var end = start;
        for (var count = 0; count <= Max; count++)
        {
            var length = EscapedText.Read(text, end, out var c);
            if (length > 0 && c == (byte)'@' && end > start)
            {
                PersonalText.Add(ref found, start, end, "url-userinfo", isForm: false);
                return end + length;
            }

            if (length == 0 || !s_set.Contains(c))
            {
                return 0;
            }

            end += length;
        }

        return 0;
    }

    private static bool Slash(ReadOnlySpan<byte> text, ref int at)
    {
        var length = EscapedText.Read(text, at, out var c);
        at += length;
        return length > 0 && c == (byte)'/';
    }
}
