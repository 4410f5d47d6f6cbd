using System.Globalization;
using System.Text.Json;

namespace AgentStepLog.Tools;

/// <summary>Times as JSON writes them.</summary>
internal static class JsonTimes
{
    private static readonly string[] s_times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>Reads a time of day.</summary>
    public static bool TryTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>Whether the text is a time of day, with or without an offset.</summary>
    public static bool IsTime(string text)
    {
        var end = text.AsSpan().IndexOfAny("Zz+-");
        return TryTime(end < 0 ? text : text[..end], out _) && (end < 0 || IsDateTime("2000-01-01T00:00:00" + text[end..]));
    }

    /// <summary>Whether the text is an ISO 8601 date-time, with or without an offset.</summary>
    public static bool IsDateTime(string text)
    {
        if (!text.Contains('T', StringComparison.Ordinal))
        {
            return false;
        }

        var quoted = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(quoted))
        {
            writer.WriteStringValue(text);
        }

        var reader = new Utf8JsonReader(quoted.WrittenSpan);
        return reader.Read() && reader.TryGetDateTimeOffset(out _);
    }
}
