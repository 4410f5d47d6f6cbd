using System.Globalization;

namespace AgentStepLog.Capture;

/// <summary>The formats of texts that a schema names.</summary>
internal static class JsonFormats
{
    /// <summary>What was expected, if the text is not of the format; null if it is.</summary>
    public static string? Example(string format, string text) => format switch
    {
        "email" => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.AsSpan().ContainsAny('\r', '\n')
            ? null
            : "an e-mail address such as ann@example.com",
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (!uri.IsFile || text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            ? null
            : "a URI such as https://example.com/path",
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "a date such as 2026-11-21",
        "date-time" => JsonTimes.IsDateTime(text) ? null : "an ISO 8601 date-time such as 2026-11-21T09:00:00Z",
        "time" => JsonTimes.IsTime(text) ? null : "a time of day such as 09:00:00",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format that is checked."),
    };
}
