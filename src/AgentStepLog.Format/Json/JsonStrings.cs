using System.Text;
using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>Decodes JSON strings without giving up on lone surrogates, which the framework's reader refuses.</summary>
internal static class JsonStrings
{
    /// <summary>The text as it comes back from UTF-8: lone surrogates become U+FFFD.</summary>
    public static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The current string or name; an escaped lone surrogate comes back as U+FFFD.</summary>
    public static string Decode(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped || !MayHoldSurrogate(reader.ValueSpan))
        {
            return reader.GetString()!;
        }

        return Read(reader.ValueSpan, pairsOnly: false);
    }

    /// <summary>A JSON text whose escaped surrogates, known to be pairs, stand as the characters that they are: no encoder of the framework leaves those alone.</summary>
    public static string WithRawPairs(string json)
    {
        if (!json.Contains("\\uD", StringComparison.Ordinal))
        {
            return json;
        }

        return Read(Encoding.UTF8.GetBytes(json), pairsOnly: true);
    }

    /// <summary>Whether a JSON text, known to be valid, has an escaped surrogate without its other half.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        if (!MayHoldSurrogate(json))
        {
            return false;
        }

        for (int at; (at = json.IndexOf((byte)'\\')) >= 0;)
        {
            json = json[at..];
            json = json[Math.Max(1, JsonEscape.Read(json, out var character))..];
            if (character is null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHoldSurrogate(ReadOnlySpan<byte> raw) =>
        raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0;

    // What other escapes than pairs stand for, or those as they are.
    private static string Read(ReadOnlySpan<byte> json, bool pairsOnly)
    {
        var text = new StringBuilder(json.Length);
        for (int at; (at = json.IndexOf((byte)'\\')) >= 0;)
        {
            text.Append(Encoding.UTF8.GetString(json[..at]));
            json = json[at..];
            var length = Math.Max(1, JsonEscape.Read(json, out var character));
            text.Append(pairsOnly && character is not { IsBmp: false } ? Encoding.UTF8.GetString(json[..length]) : (character ?? Rune.ReplacementChar).ToString());
            json = json[length..];
        }

        return text.Append(Encoding.UTF8.GetString(json)).ToString();
    }
}
