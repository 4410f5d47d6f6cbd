using System.Buffers.Text;

namespace AgentStepLog.Withholding;

/// <summary>Credentials of HTTP's basic authentication: base64 that decodes to <c>user:password</c>.</summary>
internal sealed class BasicPattern(string kind, string word) : SecretPattern(kind, word)
{
    private const int Max = 512;

    internal override int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches)
    {
        var start = at + Prefix.Length;
        if (!EscapedText.IsBoundary(text, at))
        {
            return 0;
        }

        Span<byte> encoded = stackalloc byte[Max];
        var end = start;
        var count = 0;
        while (count < Max && EscapedText.Read(text, end, out var c) is > 0 and var length && CharSet.Base64.Contains(c))
        {
            encoded[count++] = c;
            end += length;
        }

        return count >= 8 && IsCredentials(encoded[..count]) ? Found(ref matches, start, end) : 0;
    }

    private static bool IsCredentials(Span<byte> encoded)
    {
        if (Base64.DecodeFromUtf8InPlace(encoded, out var length) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var decoded = encoded[..length];
        var colon = decoded.IndexOf((byte)':');
        return colon >= 0 && colon < length - 1 && System.Text.Unicode.Utf8.IsValid(decoded) && decoded.IndexOfAnyInRange((byte)0, (byte)31) < 0;
    }
}
