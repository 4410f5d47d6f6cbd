using System.Globalization;

namespace AgentStepLog.Tools;

/// <summary>The formats of texts that a schema names.</summary>
internal static class JsonFormats
{
    /// <summary>Whether the text has the format.</summary>
    public static bool IsMatch(string format, string text) => format switch
    {
        "email" => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.AsSpan().ContainsAny('\r', '\n'),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (!uri.IsFile || text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => JsonTimes.IsDateTime(text),
        "time" => JsonTimes.IsTime(text),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format that is checked."),
    };

    /// <summary>The expected format, in words.</summary>
    public static string Example(string format) => format switch
    {
        "email" => "an e-mail address such as ann@example.com",
        "uri" => "a URI such as https://example.com/path",
        "date" => "a date such as 2026-11-21",
        "date-time" => "an ISO 8601 date-time such as 2026-11-21T09:00:00Z",
        "time" => "a time of day such as 09:00:00",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format that is checked."),
    };
}
