using System.Globalization;
using AgentStepLog.Capture;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

// The part of the reader for bounds of dates and times. A schema can only state them in its description.
public readonly partial struct JsonInput
{
    /// <summary>Requires a date-time between two others.</summary>
    /// <param name="minimum">The first date-time.</param>
    /// <param name="maximum">The last date-time.</param>
    /// <param name="above">Whether the first one itself is excluded.</param>
    /// <param name="below">Whether the last one itself is excluded.</param>
    public JsonInput Range(DateTime minimum, DateTime maximum, bool above = false, bool below = false) => Between(
        IsString && _element.TryGetDateTime(out var time) ? time : null, minimum, maximum, above, below, "an ISO 8601 date-time", "s");

    /// <inheritdoc cref="Range(System.DateTime, System.DateTime, bool, bool)"/>
    public JsonInput Range(DateTimeOffset minimum, DateTimeOffset maximum, bool above = false, bool below = false) => Between(
        IsString && HasOffset(_element.GetString()!) && _element.TryGetDateTimeOffset(out var time) ? time : null,
        minimum, maximum, above, below, "an ISO 8601 date-time with offset", "yyyy-MM-ddTHH:mm:ssZ");

    /// <inheritdoc cref="Range(System.DateTime, System.DateTime, bool, bool)"/>
    public JsonInput Range(DateOnly minimum, DateOnly maximum, bool above = false, bool below = false) => Between(
        IsString && _element.TryGetDate(out var date) ? date : null, minimum, maximum, above, below, "a date", "yyyy-MM-dd");

    /// <inheritdoc cref="Range(System.DateTime, System.DateTime, bool, bool)"/>
    public JsonInput Range(TimeOnly minimum, TimeOnly maximum, bool above = false, bool below = false) => Between(
        IsString && JsonTimes.TryTime(_element.GetString(), out var time) ? time : null, minimum, maximum, above, below, "a time of day", "HH:mm:ss");

    /// <inheritdoc cref="Range(System.DateTime, System.DateTime, bool, bool)"/>
    public JsonInput Range(TimeSpan minimum, TimeSpan maximum, bool above = false, bool below = false) => Between(
        IsString && System.TimeSpan.TryParseExact(_element.GetString(), "c", CultureInfo.InvariantCulture, out var time) ? time : null,
        minimum, maximum, above, below, "a duration", "c");

    private JsonInput Between<T>(T? given, T minimum, T maximum, bool above, bool below, string what, string format)
        where T : struct, IComparable<T>, IFormattable
    {
        if (!_problems.StrictNames
            || (given is { } value && value.CompareTo(minimum) >= (above ? 1 : 0) && value.CompareTo(maximum) <= (below ? -1 : 0)))
        {
            return this;
        }

        var (first, last) = (minimum.ToString(format, CultureInfo.InvariantCulture), maximum.ToString(format, CultureInfo.InvariantCulture));
        return Wrong($"{what} {(above ? "after" : "from")} {first} {(below ? "and before" : "to")} {last}", given is not null);
    }
}
