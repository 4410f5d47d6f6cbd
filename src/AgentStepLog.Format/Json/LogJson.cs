using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AgentStepLog.Json;

/// <summary>How this project writes JSON: one encoder and one set of limits for lines, captured values and texts of the user's.</summary>
internal static class LogJson
{
    /// <summary>
    /// As deep as a line can be: a nested value costs at least one byte. Readers and verifier must not give up on a line that
    /// the format allows; writers stay far below.
    /// </summary>
    public const int MaxReadDepth = 65_535;

    /// <summary>How deep a text that the user or a model hands us may be.</summary>
    public const int MaxTextDepth = 512;

    /// <summary>
    /// Escapes what a line never holds raw: by itself controls, U+2028, U+2029 and lone surrogates (as U+FFFD); by our word
    /// the bidirectional controls, which would let a line look other than it is.
    /// </summary>
    public static readonly JavaScriptEncoder Encoder = MakeEncoder();

    /// <summary>The characters of ASCII that the encoder leaves as they are.</summary>
    public static readonly SearchValues<char> Plain = MakePlain();

    public static readonly JsonWriterOptions Compact = new() { Encoder = Encoder, SkipValidation = false, MaxDepth = MaxReadDepth };

    /// <summary>For what a model reads, which is no line: escapes only what JSON must.</summary>
    public static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxReadDepth };

    public static readonly JsonReaderOptions Line = new() { MaxDepth = MaxReadDepth };

    public static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxReadDepth };

    /// <summary>Bidirectional controls, which a line never holds raw.</summary>
    public static bool IsBidirectionalControl(int codePoint) =>
        codePoint is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // A plain loop: the first log of a process waits for whatever is compiled here.
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
