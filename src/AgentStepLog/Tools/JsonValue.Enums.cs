using System.Globalization;

namespace AgentStepLog.Capture;

public readonly partial struct JsonValue
{
    /// <summary>A member of an enum, by name; in a recorded value also by number, as one without a name is written.</summary>
    /// <param name="names">The names with their values.</param>
    public T Enum<T>(params ReadOnlySpan<(string Name, T Value)> names)
        where T : struct, Enum
    {
        if (IsString)
        {
            foreach (var (name, value) in names)
            {
                if (_element.ValueEquals(name))
                {
                    return value;
                }
            }
        }
        else if (IsNumber && !_problems.StrictNames)
        {
            return _element.TryGetInt64(out var signed) ? (T)System.Enum.ToObject(typeof(T), signed)
                : _element.TryGetUInt64(out var unsigned) ? (T)System.Enum.ToObject(typeof(T), unsigned)
                : Unexpected("a whole number", default(T));
        }

        return Unexpected(NamesOf(names), default(T));
    }

    /// <summary>Members of an enum of flags, by name with commas between them; in a recorded value also by number.</summary>
    /// <param name="names">The names with their values.</param>
    public T Flags<T>(params ReadOnlySpan<(string Name, T Value)> names)
        where T : struct, Enum
    {
        if (!IsString)
        {
            return IsNumber && !_problems.StrictNames ? Enum(names) : Unexpected(SomeOf(names), default(T));
        }

        var all = 0L;
        foreach (var part in _element.GetString()!.Split(',', StringSplitOptions.TrimEntries))
        {
            var known = false;
            foreach (var (name, value) in names)
            {
                if (name == part)
                {
                    known = true;
                    all |= Bits(value);
                }
            }

            if (!known)
            {
                return Unexpected(SomeOf(names), default(T));
            }
        }

        return (T)System.Enum.ToObject(typeof(T), all);
    }

    private static long Bits<T>(T value)
        where T : struct, Enum =>
        System.Enum.GetUnderlyingType(typeof(T)) == typeof(ulong)
            ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture))
            : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string SomeOf<T>(ReadOnlySpan<(string Name, T Value)> names) =>
        $"a string of one or more of {NamesOf(names)[7..]}, with commas between them";

    private static string NamesOf<T>(ReadOnlySpan<(string Name, T Value)> names)
    {
        var text = new System.Text.StringBuilder("one of ");
        foreach (var (name, _) in names)
        {
            text.Append(text.Length > 7 ? ", " : "").Append('"').Append(name).Append('"');
        }

        return text.ToString();
    }
}
