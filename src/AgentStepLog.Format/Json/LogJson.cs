using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AgentStepLog.Json;

/// <summary>How this project writes JSON: one encoder and one set of limits for lines, captured values and users' texts.</summary>
internal static class LogJson
{
    /// <summary>
    /// As deep as a line can be, since each nesting costs at least one byte. Readers and verifier must read each line that
    /// the format allows. Writers stay far below this depth.
    /// </summary>
    public const int MaxReadDepth = 65_535;

    /// <summary>How deep a JSON text of a user or a model may be.</summary>
    public const int MaxTextDepth = 512;

    /// <summary>
    /// Escapes the characters that a line never holds raw. The framework's encoder escapes control characters, U+2028, U+2029 and lone surrogates (as U+FFFD)
    /// by itself. This one also escapes the bidirectional controls, which could make a line look different from its content.
    /// </summary>
    public static readonly JavaScriptEncoder Encoder = MakeEncoder();

    /// <summary>The characters of ASCII that the encoder does not escape.</summary>
    public static readonly SearchValues<char> Plain = MakePlain();

    public static readonly JsonWriterOptions Compact = new() { Encoder = Encoder, SkipValidation = false, MaxDepth = MaxReadDepth };

    /// <summary>For texts that a model reads, which are no lines: escapes only what JSON requires.</summary>
    public static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxReadDepth };

    public static readonly JsonReaderOptions Line = new() { MaxDepth = MaxReadDepth };

    public static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxReadDepth };

    /// <summary>Whether a character is a bidirectional control, which a line never holds raw.</summary>
    public static bool IsBidirectionalControl(int codePoint) =>
        codePoint is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // A plain loop, since the first log of a process waits until this method is compiled.
    private static SearchValues<char> MakePlain()
    {
        Span<char> plain = stackalloc char[0x80];
        var count = 0;
        for (var c = '\0'; c < plain.Length; c++)
        {
            if (!Encoder.WillEncode(c))
            {
                plain[count++] = c;
            }
        }

        return SearchValues.Create(plain[..count]);
    }

    private static JavaScriptEncoder MakeEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var c = 0x0600; c < 0x2100; c++)
        {
            if (IsBidirectionalControl(c))
            {
                settings.ForbidCharacter((char)c);
            }
        }

        return JavaScriptEncoder.Create(settings);
    }
}
