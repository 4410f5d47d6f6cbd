using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Files;
using AgentStepLog.Json;

namespace AgentStepLog.Reading;

/// <summary>Describes a file whose first line is no header of a log of version 1.</summary>
internal static class NotALog
{
    private const int Shown = 60;

    /// <summary>The description as a clause, such as "it is empty", with the reason for refusing the file. Null when the line could be a header.</summary>
    public static (string What, StepLogErrorReason Reason)? Found(ReadOnlySpan<byte> line, bool isComplete) => line switch
    {
        [] when !isComplete => Other("it is empty"),
        [] => Other("its first line is empty"),
        [0xEF, 0xBB, 0xBF, ..] => Other("it begins with a byte order mark, so an editor or a converter has rewritten it"),
        [0x1F, 0x8B, ..] => Other("it is compressed with gzip: unpack it first"),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => Other("it is text in UTF-16, and a log is UTF-8"),
        [.., (byte)'\r'] => Other("its lines end with CR LF, and a log's with LF: an editor, a converter or git's autocrlf has rewritten it"),
        [not (byte)'{', ..] => Other($"its first line is no JSON object but begins with {Beginning(line)}"),
        _ => FoundJson(line, isComplete),
    };

    /// <summary>The message with which a reader refuses the file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="why">The reason as a clause.</param>
    public static string Refusal(string name, string why) => $"{name} is no step log of version 1: {why}.";

    private static (string What, StepLogErrorReason Reason)? FoundJson(ReadOnlySpan<byte> line, bool isComplete)
    {
        if (line.Length > LineScanner.MaxLine)
        {
            return Other(string.Create(CultureInfo.InvariantCulture, $"its first line has more than {LineScanner.MaxLine} bytes, the most that a log's line has: it begins with {Beginning(line)}"));
        }

        if (!Utf8.IsValid(line))
        {
            return isComplete ? Other("its first line is no valid UTF-8") : null;
        }

        try
        {
            var reader = new Utf8JsonReader(line, LogJson.Line);
            using var document = JsonDocument.ParseValue(ref reader);
            reader.Read(); // throws where bytes follow the value
            // A name or text with half a surrogate pair cannot be compared: that throws. The line may still be a header, so a later check reports the flaw.
            return JsonStrings.HasLoneSurrogate(line) ? null : FoundObject(document.RootElement, line);
        }
        catch (JsonException)
        {
            return LooksLikeHeader(line) ? null : Other($"its first line is no valid JSON: it begins with {Beginning(line)}");
        }
    }

    private static (string What, StepLogErrorReason Reason)? FoundObject(JsonElement header, ReadOnlySpan<byte> line)
    {
        if (!header.TryGetProperty("v", out var v) || !header.TryGetProperty("run_id", out _) || !header.TryGetProperty("step", out _))
        {
            return Other($"its first line has no v, run_id and step, so another tool wrote it: it begins with {Beginning(line)}");
        }

        if (v.ValueKind != JsonValueKind.Number || v.GetRawText() != "1")
        {
            return (string.Create(CultureInfo.InvariantCulture, $"it states format version {v.GetRawText()}, and this is version 1: use a newer version of AgentStepLog"), StepLogErrorReason.UnsupportedVersion);
        }

        if (header.TryGetProperty("segment", out var segment) && segment.GetRawText() != "1")
        {
            return ($"it is segment {segment.GetRawText()} of its run, and the first file is not beside it, or has no header", StepLogErrorReason.Damaged);
        }

        return header.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("run_start")
            ? null
            : ($"its first line is of type {(type.ValueKind == JsonValueKind.Undefined ? "none" : type.GetRawText())}, and a log begins with \"run_start\": its beginning was cut off", StepLogErrorReason.Damaged);
    }

    /// <summary>Whether a line begins as a header of version 1 does, or is a part of such a beginning.</summary>
    public static bool LooksLikeHeader(ReadOnlySpan<byte> line) => line.StartsWith("{\"v\":1,"u8) || "{\"v\":1,"u8.StartsWith(line);

    private static (string What, StepLogErrorReason Reason) Other(string what) => (what, StepLogErrorReason.NotALog);

    private static string Beginning(ReadOnlySpan<byte> line)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in Encoding.UTF8.GetString(line[..Math.Min(line.Length, 4 * Shown)]).EnumerateRunes().Take(Shown))
        {
            text.Append(Rune.IsControl(rune) || LogJson.IsBidirectionalControl(rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return text.Append(text.Length > Shown ? "…\"" : "\"").ToString();
    }
}
