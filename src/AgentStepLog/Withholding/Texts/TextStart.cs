using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// The beginnings of texts that are too long. Half a token has no shape any more, and half a known value is not known: of what may hold one, look at
/// <see cref="Searched"/> before <see cref="Of"/> cuts it.
/// </summary>
internal static class TextStart
{
    internal static bool Fits(string text, int maxBytes) => text.Length <= maxBytes / 3 || Encoding.UTF8.GetByteCount(text) <= maxBytes;

    /// <summary>What of a text has at most so many bytes in UTF-8, no character torn; the same object if it is as short.</summary>
    internal static string Of(string text, int maxBytes)
    {
        if (Fits(text, maxBytes))
        {
            return text;
        }

        Span<byte> bytes = stackalloc byte[maxBytes];
        System.Text.Unicode.Utf8.FromUtf16(text, bytes, out var read, out _);
        return text[..read];
    }

    /// <summary>What has to be looked at where so many UTF-16 units are kept: no token or known value begins in these and ends beyond.</summary>
    internal static string Searched(string text, int kept) => text.Length - kept <= KnownValues.MaxBytes ? text : text[..(kept + KnownValues.MaxBytes)];
}
