using System.Text.Json;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

public readonly partial struct JsonInput
{
    /// <summary>Reads a member of an enum by its name. A recorded value may also be a number, because a value without a name is written so.</summary>
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

    /// <summary>
    /// Reads members of an enum of flags: names with commas between them, and the number of the bits that no member has, as <see cref="FlagNames"/> writes them. A
    /// lenient table also accepts an array of names. A recorded value may also be a single number.
    /// </summary>
    /// <param name="names">The names with their values.</param>
    public T Flags<T>(params ReadOnlySpan<(string Name, T Value)> names)
        where T : struct, Enum
    {
        if (IsString)
        {
            return TryFlags(_element.GetString()!, names, out var bits) ? FlagNames.Value<T>(bits) : Unexpected(SomeOf(names), default(T));
        }

        if (_element.ValueKind == JsonValueKind.Array && _problems.IsLenient)
        {
            return FlagsOfArray(names);
        }

        return IsNumber && !_problems.StrictNames ? Enum(names) : Unexpected(SomeOf(names), default(T));
    }

    private T FlagsOfArray<T>(ReadOnlySpan<(string Name, T Value)> names)
        where T : struct, Enum
    {
        var all = 0UL;
        foreach (var (_, item) in _element.Items())
        {
            if (item.ValueKind != JsonValueKind.String || !TryFlags(item.GetString()!, names, out var bits))
            {
                return Unexpected(SomeOf(names), default(T));
            }

            all |= bits;
        }

        _problems.AddCoerced(Path);
        return FlagNames.Value<T>(all);
    }

    private bool TryFlags<T>(string text, ReadOnlySpan<(string Name, T Value)> names, out ulong all)
        where T : struct, Enum
    {
        if (TryName(text, names, out all))
        {
            return true;
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            if (!TryName(part, names, out var bits)
                && !FlagNames.TryNumber(part, names, isAlone: parts.Length == 1, anyNumber: !_problems.StrictNames, out bits))
            {
                return false;
            }

            all |= bits;
        }

        return true;
    }

    private static bool TryName<T>(string part, ReadOnlySpan<(string Name, T Value)> names, out ulong bits)
        where T : struct, Enum
    {
        foreach (var (name, value) in names)
        {
            if (name == part)
            {
                bits = FlagNames.Bits(value);
                return true;
            }
        }

        bits = 0;
        return false;
    }

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
