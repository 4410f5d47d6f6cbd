using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// A JSON web token: parts in base64url with dots between them, three if signed and five if encrypted. The first part decodes to an object that has <c>alg</c>.
/// </summary>
/// <param name="prefix">A brace, the white space after it, and a quote, in base64.</param>
internal sealed class JwtPattern(string prefix) : SecretPattern("jwt", prefix)
{
    private const int MaxHeader = 4096;

    internal override int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches)
    {
        var end = at;
        if (!EscapedText.IsBoundary(text, at) || Run(text, ref end, CharSet.Base64Url, MaxHeader) < 12)
        {
            return 0;
        }

        var header = text[at..end];
        if (Dot(text, ref end) == 0 || Run(text, ref end, CharSet.Base64Url, int.MaxValue) == 0 || Dot(text, ref end) == 0 || !HasAlgorithm(header))
        {
            return 0;
        }

        // The signature is empty for the algorithm "none". An encrypted token has two more parts.
        Run(text, ref end, CharSet.Base64Url, int.MaxValue);
        More(text, ref end);
        More(text, ref end);
        return Found(ref matches, at, end);
    }

    // A dot without a part after it is the end of a sentence.
    private static void More(ReadOnlySpan<byte> text, ref int end)
    {
        var next = end;
        if (Dot(text, ref next) > 0 && Run(text, ref next, CharSet.Base64Url, int.MaxValue) > 0)
        {
            end = next;
        }
    }

    private static int Dot(ReadOnlySpan<byte> text, ref int at)
    {
        var length = EscapedText.Read(text, at, out var c);
        at += c == (byte)'.' ? length : 0;
        return c == (byte)'.' ? length : 0;
    }

    private static bool HasAlgorithm(ReadOnlySpan<byte> header)
    {
        if (header.IndexOf((byte)'\\') >= 0)
        {
            return false; // base64url has no characters to escape
        }

        Span<byte> json = stackalloc byte[MaxHeader];
        var length = Decode(header, json);
        try
        {
            var reader = new Utf8JsonReader(json[..length]);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("alg"u8))
                {
                    return true;
                }

                reader.Read();
                reader.Skip();
            }

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Decodes base64url without padding. System.Buffers.Text.Base64Url exists only from .NET 9 on.
    private static int Decode(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var (bits, held, written) = (0, 0, 0);
        foreach (var c in text)
        {
            bits = ((bits << 6) | Value(c)) & 0xFFFF;
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                destination[written++] = (byte)(bits >> held);
            }
        }

        return written;
    }

    private static int Value(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'-' => 62,
        _ => 63,
    };
}
