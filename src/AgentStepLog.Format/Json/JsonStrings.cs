using System.Buffers.Text;
using System.Globalization;
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

        var text = Unescape(Encoding.UTF8.GetString(reader.ValueSpan));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = '\uFFFD';
            }
        }

        return text.ToString();
    }

    /// <summary>A JSON text whose escaped surrogates, known to be pairs, stand as the characters that they are: no encoder of the framework leaves those alone.</summary>
    public static string WithRawPairs(string json)
    {
        if (!json.Contains("\\uD", StringComparison.Ordinal))
        {
            return json;
        }

        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
            }
            else if (json[i + 1] == 'u' && (char)ushort.Parse(json.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is var unit && char.IsSurrogate(unit))
            {
                text.Append(unit);
                i += 5;
            }
            else
            {
                text.Append(json, i++, 2);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a JSON text, known to be valid, has an escaped surrogate without its other half.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        if (!MayHoldSurrogate(json))
        {
            return false;
        }

        var awaitsLow = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != (byte)'\\')
            {
                if (awaitsLow)
                {
                    return true;
                }

                continue;
            }

            i++;
            var unit = json[i] == (byte)'u' && Utf8Parser.TryParse(json.Slice(i + 1, 4), out ushort u, out _, 'x') ? u : 0;
            if (awaitsLow != char.IsLowSurrogate((char)unit))
            {
                return true;
            }

            awaitsLow = char.IsHighSurrogate((char)unit);
            i += json[i] == (byte)'u' ? 4 : 0;
        }

        return awaitsLow;
    }

    private static bool MayHoldSurrogate(ReadOnlySpan<byte> raw) =>
        raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0;

    private static StringBuilder Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
            }
        }

        return text;
    }
}
