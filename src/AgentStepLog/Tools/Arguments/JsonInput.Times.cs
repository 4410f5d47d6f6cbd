using System.Globalization;
using AgentStepLog.Capture;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

public readonly partial struct JsonInput
{
    /// <summary>Reads an ISO 8601 date-time, with or without offset.</summary>
    public DateTime DateTime() => IsString && _element.TryGetDateTime(out var value)
        ? value
        : Unexpected("an ISO 8601 date-time such as 2026-11-21T09:00:00", default(DateTime));

    /// <summary>Reads an ISO 8601 date-time with offset. Without an offset, the moment is not known.</summary>
    public DateTimeOffset DateTimeOffset() => IsString && HasOffset(_element.GetString()!) && _element.TryGetDateTimeOffset(out var value)
        ? value
        : Unexpected("an ISO 8601 date-time with offset such as 2026-11-21T09:00:00Z", default(DateTimeOffset));

    /// <summary>Reads a date.</summary>
    public DateOnly DateOnly() =>
        IsString && _element.TryGetDate(out var value)
            ? value
            : Unexpected("a date such as 2026-11-21", default(DateOnly));

    /// <summary>Reads a time of day.</summary>
    public TimeOnly TimeOnly() =>
        IsString && JsonTimes.TryTime(_element.GetString(), out var value)
            ? value
            : Unexpected("a time of day such as 09:00:00", default(TimeOnly));

    /// <summary>Reads a duration, as <c>[d.]hh:mm:ss[.fffffff]</c>.</summary>
    public TimeSpan TimeSpan() =>
        IsString && System.TimeSpan.TryParseExact(_element.GetString(), "c", CultureInfo.InvariantCulture, out var value)
            ? value
            : Unexpected("a duration such as 00:30:00, or 1.02:00:00 for one day and two hours", default(TimeSpan));

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.IndexOf('T', StringComparison.Ordinal) is > 0 and var t && text.AsSpan(t).ContainsAny('+', '-'));
}
