using System;
using System.Globalization;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing.DataAnnotations;

/// <summary>Reads <c>[Range(typeof(DateOnly), "2026-01-01", "2026-12-31")]</c> and the like, where the bounds have one meaning on all machines.</summary>
internal static class TimeRanges
{
    private static readonly string[] s_dateTimes = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly string[] s_moments = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK"];
    private static readonly string[] s_times = ["HH:mm", "HH:mm:ss"];

    /// <summary>The range; null where the attribute has another type than the value, or where the meaning of a bound would depend on a culture or a time zone.</summary>
    public static TimeRange? Of(AttributeData attribute, ValueKind kind)
    {
        var arguments = attribute.ConstructorArguments;
        if (arguments.Length != 3
            || arguments[0].Value is not INamedTypeSymbol type
            || Scalars.Of(type) != kind
            || arguments[1].Value is not string first
            || arguments[2].Value is not string last
            || Bound(first, kind) is not var (minimum, from)
            || Bound(last, kind) is not var (maximum, to))
        {
            return null;
        }

        var above = ConstraintParser.Named(attribute, "MinimumIsExclusive") is true;
        var below = ConstraintParser.Named(attribute, "MaximumIsExclusive") is true;
        return new(minimum, maximum, first, last, above, below, from > to || (from == to && (above || below)));
    }

    private static (string Code, long Ticks)? Bound(string text, ValueKind kind) => kind switch
    {
        ValueKind.DateTime when Time(text, s_dateTimes) is { } t => (New("DateTime", t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second), t.Ticks),
        ValueKind.DateOnly when Time(text, ["yyyy-MM-dd"]) is { } t => (New("DateOnly", t.Year, t.Month, t.Day), t.Ticks),
        ValueKind.TimeOnly when Time(text, s_times) is { } t => (New("TimeOnly", t.Hour, t.Minute, t.Second), t.TimeOfDay.Ticks),
        ValueKind.TimeSpan when TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var t) && t.Ticks % TimeSpan.TicksPerSecond == 0 =>
            (New("TimeSpan", t.Days, t.Hours, t.Minutes, t.Seconds), t.Ticks),
        ValueKind.DateTimeOffset when Moment(text) is { } t =>
            ($"{New("DateTimeOffset", t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second).TrimEnd(')')}, global::System.TimeSpan.Zero)", t.Ticks),
        _ => null,
    };

    private static DateTime? Time(string text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time) ? time : null;

    // A time without an offset would depend on the machine's time zone.
    private static DateTime? Moment(string text) =>
        (text.EndsWith("Z", StringComparison.Ordinal) || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T'))
        && DateTimeOffset.TryParseExact(text, s_moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment.UtcDateTime : null;

    private static string New(string type, params int[] parts) =>
        $"new global::System.{type}({string.Join(", ", Array.ConvertAll(parts, static n => n.ToString(CultureInfo.InvariantCulture)))})";
}
