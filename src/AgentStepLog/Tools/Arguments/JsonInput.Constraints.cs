using System.Globalization;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

// The constraints of a schema beyond the type. They are checked together with the type, so that a model that sends a wrong value reads everything that is expected.
// Recorded values are not checked, because they cannot be corrected.
public readonly partial struct JsonInput
{
    /// <summary>Returns the value with the rule that its numbers may also be texts.</summary>
    /// <param name="text">Whether a number may be written in quotes.</param>
    /// <param name="named">Whether <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c> are numbers.</param>
    public JsonInput Numbers(bool text = false, bool named = false) => this with { Reading = new(text, named, null) };

    /// <summary>Requires that the value is not null.</summary>
    public JsonInput NotNull() => !_problems.StrictNames || !IsNull ? this : Wrong("a value");

    /// <summary>Requires a number between two others.</summary>
    /// <param name="minimum">The lowest number.</param>
    /// <param name="maximum">The highest number.</param>
    /// <param name="above">Whether the lowest number itself is excluded.</param>
    /// <param name="below">Whether the highest number itself is excluded.</param>
    /// <param name="whole">Whether only whole numbers are allowed.</param>
    public JsonInput Range(long minimum, long maximum, bool above = false, bool below = false, bool whole = false) =>
        Range((decimal)minimum, maximum, above, below, whole);

    /// <inheritdoc cref="Range(long, long, bool, bool, bool)"/>
    public JsonInput Range(decimal minimum, decimal maximum, bool above = false, bool below = false, bool whole = false)
    {
        if (!_problems.StrictNames)
        {
            return this;
        }

        // The message names the range even if the value is no number, so that the model reads what it needs.
        return TryDecimal(out var number) && number >= minimum && number <= maximum && !(above && number == minimum) && !(below && number == maximum)
            ? this
            : Wrong(JsonRange.Describe(minimum, maximum, above, below, whole), IsNumber);
    }

    /// <inheritdoc cref="Range(long, long, bool, bool, bool)"/>
    public JsonInput Range(double minimum, double maximum, bool above = false, bool below = false, bool whole = false)
    {
        if (!_problems.StrictNames)
        {
            return this;
        }

        return TryDouble(out var number) && number >= minimum && number <= maximum && !(above && number == minimum) && !(below && number == maximum)
            ? this
            : Wrong(JsonRange.Describe(minimum, maximum, above, below, whole), IsNumber);
    }

    /// <summary>Requires a string with a number of characters.</summary>
    /// <param name="minimum">The fewest characters.</param>
    /// <param name="maximum">The most characters.</param>
    public JsonInput Characters(int minimum, int maximum = int.MaxValue) =>
        Sized("a string", "character", IsString ? CharactersOf(_element.GetString()!) : -1, minimum, maximum);

    /// <summary>Requires an array with a number of items.</summary>
    /// <param name="minimum">The fewest items.</param>
    /// <param name="maximum">The most items.</param>
    public JsonInput Items(int minimum, int maximum = int.MaxValue) =>
        Sized("an array", "item", _element.ValueKind == JsonValueKind.Array ? _element.Count : -1, minimum, maximum);

    /// <summary>Requires an object with a number of members.</summary>
    /// <param name="minimum">The fewest members.</param>
    /// <param name="maximum">The most members.</param>
    public JsonInput Members(int minimum, int maximum = int.MaxValue) =>
        Sized("an object", "member", _element.ValueKind == JsonValueKind.Object ? _element.Count : -1, minimum, maximum);

    /// <summary>Requires a text that a regular expression matches.</summary>
    /// <param name="pattern">The expression.</param>
    public JsonInput Match(string pattern) => !_problems.StrictNames || (IsString && _problems.Patterns.IsMatch(pattern, _element.GetString()!))
        ? this
        : Wrong($"a string that matches the pattern {pattern}", IsString);

    /// <summary>Requires a text with a format.</summary>
    /// <param name="format"><c>email</c>, <c>uri</c>, <c>date</c>, <c>date-time</c> or <c>time</c>.</param>
    public JsonInput Format(string format) => !_problems.StrictNames || (IsString && JsonFormats.IsMatch(format, _element.GetString()!))
        ? this
        : Wrong(JsonFormats.Example(format), IsString);

    /// <summary>Requires a text in base64.</summary>
    public JsonInput Base64() => !_problems.StrictNames || (IsString && System.Buffers.Text.Base64.IsValid(_element.GetString()))
        ? this
        : Wrong("a string of base64", IsString);

    /// <summary>Requires one of these values.</summary>
    /// <param name="values">The values, each as JSON.</param>
    public JsonInput Allowed(ReadOnlySpan<string> values) =>
        !_problems.StrictNames || IsAmong(values) ? this : Wrong("one of " + JsonRange.List(values));

    /// <summary>Requires that the value is none of these.</summary>
    /// <param name="values">The values, each as JSON.</param>
    public JsonInput Denied(ReadOnlySpan<string> values) =>
        !_problems.StrictNames || !IsAmong(values) ? this : Wrong("anything but " + JsonRange.List(values));

    /// <summary>Requires one of these values of an enum, however its names are written.</summary>
    /// <param name="values">The values, each as JSON.</param>
    /// <param name="read">Reads the value.</param>
    public JsonInput Allowed<T>(ReadOnlySpan<string> values, Func<JsonInput, T> read) =>
        !_problems.StrictNames || IsAmong(values) || IsEqualToOne(values, read) ? this : Wrong("one of " + JsonRange.List(values));

    /// <summary>Requires that the value is none of these values of an enum, however its names are written.</summary>
    /// <param name="values">The values, each as JSON.</param>
    /// <param name="read">Reads the value.</param>
    public JsonInput Denied<T>(ReadOnlySpan<string> values, Func<JsonInput, T> read) =>
        !_problems.StrictNames || !(IsAmong(values) || IsEqualToOne(values, read)) ? this : Wrong("anything but " + JsonRange.List(values));

    // Compares values and not texts, because an enum value has several spellings: names of flags in another order, or two names of one value.
    private bool IsEqualToOne<T>(ReadOnlySpan<string> values, Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (IsNull || !TryReadAlone(_element, read, out var given))
        {
            return false;
        }

        foreach (var value in values)
        {
            if (value != "null" && TryReadAlone(JsonIndex.Of(System.Text.Encoding.UTF8.GetBytes(value)), read, out var other)
                && EqualityComparer<T>.Default.Equals(given, other))
            {
                return true;
            }
        }

        return false;
    }

    // A problem of the value is not reported here, because it is reported where the value itself is read.
    private bool TryReadAlone<T>(JsonPart element, Func<JsonInput, T> read, out T value)
    {
        var problems = new JsonProblems(strictNames: true);
        problems.Begin(_problems.Options, sensitive: null);
        value = read(new JsonInput(element, JsonPath.Root, problems));
        return !problems.Any;
    }

    private JsonInput Sized(string what, string unit, int size, int minimum, int maximum)
    {
        if (!_problems.StrictNames || (size >= minimum && size <= maximum))
        {
            return this;
        }

        _problems.Unexpected(Path, OrNull($"{what} of {JsonRange.Count(minimum, maximum, unit)}"), _element, size < 0 ? null : JsonRange.Count(size, size, unit), size >= 0);
        return this;
    }

    private static int CharactersOf(string text)
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

    private bool TryDecimal(out decimal number)
    {
        number = 0;
        return IsNumber ? _element.TryGetDecimal(out number)
            : Reading is { TextNumbers: true } && IsString && decimal.TryParse(_element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private bool TryDouble(out double number)
    {
        number = 0;
        return IsNumber ? _element.TryGetDouble(out number)
            : Reading is not null && IsString && double.TryParse(_element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private JsonInput Wrong(string expected, bool isOfType = false)
    {
        _problems.Unexpected(Path, OrNull(expected), _element, isOfType: isOfType);
        return this;
    }

    private string OrNull(string expected) => OrNullIsMeant ? expected + " or null" : expected;
}
