using System.Globalization;
using System.Text.Json;

namespace AgentStepLog.Capture;

// What a schema promises beyond the type. Each check is passed over where the JSON type itself is wrong, which the reading will say,
// and in recorded values, which are what they are.
public readonly partial struct JsonValue
{
    private bool IsChecked => _problems.StrictNames && _element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The same value, whose numbers may also come as text.</summary>
    /// <param name="text">Whether a number may be written in quotes.</param>
    /// <param name="named">Whether <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c> are numbers.</param>
    public JsonValue Numbers(bool text = false, bool named = false) => this with { Reading = new(text, named, null) };

    /// <summary>Not null.</summary>
    public JsonValue NotNull() => !_problems.StrictNames || !IsNull ? this : Wrong("a value");

    /// <summary>A number between two others.</summary>
    /// <param name="minimum">The lowest one.</param>
    /// <param name="maximum">The highest one.</param>
    /// <param name="above">Whether the lowest one itself is not meant.</param>
    /// <param name="below">Whether the highest one itself is not meant.</param>
    public JsonValue Range(long minimum, long maximum, bool above = false, bool below = false) => Range((decimal)minimum, maximum, above, below);

    /// <inheritdoc cref="Range(long, long, bool, bool)"/>
    public JsonValue Range(decimal minimum, decimal maximum, bool above = false, bool below = false)
    {
        if (!IsChecked || !IsNumber)
        {
            return this;
        }

        return _element.TryGetDecimal(out var number) && number >= minimum && number <= maximum && !(above && number == minimum) && !(below && number == maximum)
            ? this
            : Wrong(JsonRange.Describe(minimum, maximum, above, below));
    }

    /// <inheritdoc cref="Range(long, long, bool, bool)"/>
    public JsonValue Range(double minimum, double maximum, bool above = false, bool below = false)
    {
        if (!IsChecked || !IsNumber)
        {
            return this;
        }

        return _element.TryGetDouble(out var number) && number >= minimum && number <= maximum && !(above && number == minimum) && !(below && number == maximum)
            ? this
            : Wrong(JsonRange.Describe(minimum, maximum, above, below));
    }

    /// <summary>So many characters of a text, items of an array or members of an object.</summary>
    /// <param name="minimum">The fewest.</param>
    /// <param name="maximum">The most.</param>
    public JsonValue Length(int minimum, int maximum = int.MaxValue)
    {
        var (length, what) = !IsChecked ? (-1, "") : _element.ValueKind switch
        {
            JsonValueKind.String => (Characters(_element.GetString()!), "a string of {0} characters"),
            JsonValueKind.Array => (_element.Count, "an array of {0} items"),
            JsonValueKind.Object => (_element.Count, "an object of {0} members"),
            _ => (-1, ""),
        };
        return length < 0 || (length >= minimum && length <= maximum) ? this : Wrong(what.Replace("{0}", JsonRange.Count(minimum, maximum), StringComparison.Ordinal));
    }

    /// <summary>A text that a regular expression finds.</summary>
    /// <param name="pattern">The expression.</param>
    public JsonValue Match(string pattern) =>
        !IsChecked || !IsString || JsonPatterns.IsMatch(pattern, _element.GetString()!) ? this : Wrong($"a string that matches the pattern {pattern}");

    /// <summary>A text of a format.</summary>
    /// <param name="format"><c>email</c>, <c>uri</c>, <c>date</c>, <c>date-time</c> or <c>time</c>.</param>
    public JsonValue Format(string format) =>
        !IsChecked || !IsString || JsonFormats.Example(format, _element.GetString()!) is not { } example ? this : Wrong(example);

    /// <summary>A text that is base64.</summary>
    public JsonValue Base64() => !IsChecked || !IsString || System.Buffers.Text.Base64.IsValid(_element.GetString()) ? this : Wrong("base64");

    /// <summary>One of these values.</summary>
    /// <param name="values">Each as JSON.</param>
    public JsonValue Allowed(ReadOnlySpan<string> values) =>
        !_problems.StrictNames || _element.ValueKind == JsonValueKind.Undefined || IsAmong(values) ? this : Wrong("one of " + JsonRange.List(values));

    /// <summary>None of these values.</summary>
    /// <param name="values">Each as JSON.</param>
    public JsonValue Denied(ReadOnlySpan<string> values) =>
        !_problems.StrictNames || !IsAmong(values) ? this : Wrong("anything but " + JsonRange.List(values));

    private static int Characters(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    private bool IsAmong(ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (Is(value))
            {
                return true;
            }
        }

        return false;
    }

    private bool Is(string json) => _element.ValueKind switch
    {
        JsonValueKind.String => json[0] == '"' && IsText(json),
        JsonValueKind.Number => decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && _element.TryGetDecimal(out var number)
            ? number == exact
            : double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && _element.TryGetDouble(out var given) && given == value,
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => json == _element.GetRawText(),
        _ => false,
    };

    private bool IsText(string json)
    {
        if (!json.Contains('\\', StringComparison.Ordinal))
        {
            return _element.ValueEquals(json.AsSpan(1, json.Length - 2));
        }

        using var text = JsonDocument.Parse(json);
        return _element.ValueEquals(text.RootElement.GetString());
    }

    private JsonValue Wrong(string expected)
    {
        _problems.Unexpected(Path, expected, _element);
        return this;
    }
}
