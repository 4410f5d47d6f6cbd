using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// Cuts texts that are too long. Half a secret has no shape any more, and half a known value is not recognized. So a text that may contain one is searched as far as
/// <see cref="Searched"/> before <see cref="Of"/> cuts it.
/// </summary>
internal static class TextStart
{
    internal static bool Fits(string text, int maxBytes) => text.Length <= maxBytes / 3 || Encoding.UTF8.GetByteCount(text) <= maxBytes;

    /// <summary>
    /// The beginning of a text with at most so many bytes in UTF-8 and no character cut in half. Returns the same object if the text is short enough.
    /// </summary>
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

    /// <summary>
    /// The part of a text that must be searched if so many UTF-16 units of it are kept: no secret or known value begins in the kept part and ends beyond the searched
    /// one.
    /// </summary>
    internal static string Searched(string text, int kept) => text.Length - kept <= KnownValues.MaxBytes ? text : text[..(kept + KnownValues.MaxBytes)];
}
