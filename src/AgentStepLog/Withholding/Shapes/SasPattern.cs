namespace AgentStepLog.Withholding;

/// <summary>The signature of an Azure shared access signature: <c>sig=</c> and 32 bytes in base64, percent-encoded as in a URL.</summary>
internal sealed class SasPattern() : SecretPattern("azure-sas", "sig=")
{
    // 32 bytes make 43 characters of base64 and one '='.
    private const int Characters = 43;

    internal override int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches)
    {
        var start = at + Prefix.Length;
        if (!EscapedText.IsBoundary(text, at))
        {
            return 0;
        }

        var end = start;
        for (var count = 0; count < Characters; count++)
        {
            if (Next(text, ref end) is var c && (c == (byte)'=' || !CharSet.Base64.Contains(c)))
            {
                return 0;
            }
        }

        return Next(text, ref end) == (byte)'=' ? Found(ref matches, start, end) : 0;
    }

    private static byte Next(ReadOnlySpan<byte> text, ref int at)
    {
        at += EscapedText.Read(text, at, out var c);
        if (c != (byte)'%' || text.Length < at + 2)
        {
            return c;
        }

        // The hexadecimal digits have either case: %2B, %2f, %3D.
        var code = (text[at], text[at + 1] | 0x20) switch
        {
            ((byte)'2', 'b') => (byte)'+',
            ((byte)'2', 'f') => (byte)'/',
            ((byte)'3', 'd') => (byte)'=',
            _ => c,
        };
        at += code == c ? 0 : 2;
        return code;
    }
}
