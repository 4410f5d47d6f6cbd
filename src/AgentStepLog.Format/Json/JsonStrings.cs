using System.Text;
using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>Decodes JSON strings that may have lone surrogates. The framework's reader refuses these.</summary>
internal static class JsonStrings
{
    /// <summary>The text as UTF-8 can hold it: lone surrogates become U+FFFD.</summary>
    public static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The current string or name; an escaped lone surrogate becomes U+FFFD.</summary>
    public static string Decode(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped || !MayHoldSurrogate(reader.ValueSpan))
        {
            return reader.GetString()!;
        }

        return Read(reader.ValueSpan, pairsOnly: false);
    }

    /// <summary>
    /// Replaces escaped surrogate pairs in a JSON text by their characters, since the encoders of the framework always escape them. The escapes must be pairs.
    /// </summary>
    public static string WithRawPairs(string json)
    {
        if (!json.Contains("\\uD", StringComparison.Ordinal))
        {
            return json;
        }

        return Read(Encoding.UTF8.GetBytes(json), pairsOnly: true);
    }

    /// <summary>Whether a valid JSON text has an escaped surrogate without its other half.</summary>
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

    // Decodes all escapes, or only those of surrogate pairs, and keeps the others.
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
