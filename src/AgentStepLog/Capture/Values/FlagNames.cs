using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// Writes and reads combinations of <c>[Flags]</c> as text: the names of the members, and then the number of the bits that no member has, separated by a comma and a
/// space. Generated code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FlagNames
{
    private const string Separator = ", ";

    /// <summary>
    /// A combination as text, such as <c>"Read, Write"</c> or <c>"Read, 8"</c>. Without any bit it is the name for zero, or <c>"0"</c> if there is none.
    /// </summary>
    /// <param name="value">The combination.</param>
    /// <param name="flags">The members that have bits, the largest first, each value once.</param>
    public static string Of<T>(T value, params ReadOnlySpan<(string Name, T Value)> flags)
        where T : struct, Enum
    {
        Span<ulong> bits = flags.Length <= 64 ? stackalloc ulong[flags.Length] : new ulong[flags.Length];
        Span<bool> named = flags.Length <= 64 ? stackalloc bool[flags.Length] : new bool[flags.Length];
        for (var i = 0; i < flags.Length; i++)
        {
            bits[i] = Bits(flags[i].Value);
        }

        var left = Choose(Bits(value), bits, named);
        string? text = null;
        for (var i = flags.Length - 1; i >= 0; i--)
        {
            text = named[i] ? With(text, flags[i].Name) : text;
        }

        return left == 0 && text is not null ? text : With(text, Number<T>(left));
    }

    /// <summary>A combination of a type that no generated code knows, by the names of its members in C#.</summary>
    /// <returns>Null if the value has no name and its type is not marked <c>[Flags]</c>.</returns>
    internal static string? Of(Enum value)
    {
        var type = value.GetType();
        if (Enum.GetName(type, value) is { } name)
        {
            return name;
        }

        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return null;
        }

        // Both lists are in the order of the members' values.
        var names = Enum.GetNames(type);
        var bits = Array.ConvertAll(Enum.GetValuesAsUnderlyingType(type).Cast<object>().ToArray(), Bits);
        Array.Reverse(names);
        Array.Reverse(bits);
        var named = new bool[bits.Length];
        var left = Choose(Bits(value), bits, named);
        string? text = null;
        for (var i = bits.Length - 1; i >= 0; i--)
        {
            text = named[i] ? With(text, names[i]) : text;
        }

        return left == 0 && text is not null ? text : With(text, Number(left, value.GetTypeCode()));
    }

    /// <summary>The number of a value whose type no generated code knows.</summary>
    internal static string Number(Enum value) => Number(Bits(value), value.GetTypeCode());

    /// <summary>A value's number as text, the same in every culture.</summary>
    /// <param name="value">The value.</param>
    public static string Number<T>(T value)
        where T : struct, Enum => Number<T>(Bits(value));

    /// <summary>Reads one part of a combination that is not a name: the number of the bits that no member has.</summary>
    /// <param name="part">The part.</param>
    /// <param name="names">All members.</param>
    /// <param name="isAlone">Whether the text has no other parts.</param>
    /// <param name="anyNumber">Whether bits that have names may be written as a number too, as in logs of earlier versions.</param>
    /// <param name="bits">The bits.</param>
    internal static bool TryNumber<T>(string part, ReadOnlySpan<(string Name, T Value)> names, bool isAlone, bool anyNumber, out ulong bits)
        where T : struct, Enum
    {
        if (!TryParse<T>(part, out bits))
        {
            return false;
        }

        if (anyNumber)
        {
            return true;
        }

        foreach (var (_, value) in names)
        {
            var named = Bits(value);
            if (named == 0 ? bits == 0 : (bits & named) == named)
            {
                return false;
            }
        }

        return bits != 0 || isAlone;
    }

    internal static ulong Bits<T>(T value)
        where T : struct, Enum => Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.SByte => unchecked((ulong)Unsafe.BitCast<T, sbyte>(value)),
            TypeCode.Byte => Unsafe.BitCast<T, byte>(value),
            TypeCode.Int16 => unchecked((ulong)Unsafe.BitCast<T, short>(value)),
            TypeCode.UInt16 => Unsafe.BitCast<T, ushort>(value),
            TypeCode.Int32 => unchecked((ulong)Unsafe.BitCast<T, int>(value)),
            TypeCode.UInt32 => Unsafe.BitCast<T, uint>(value),
            TypeCode.Int64 => unchecked((ulong)Unsafe.BitCast<T, long>(value)),
            _ => Unsafe.BitCast<T, ulong>(value),
        };

    internal static T Value<T>(ulong bits)
        where T : struct, Enum => (T)Enum.ToObject(typeof(T), bits);

    private static bool TryParse<T>(string part, out ulong bits)
        where T : struct, Enum
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign;
        var culture = CultureInfo.InvariantCulture;
        var fits = Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.SByte => (sbyte.TryParse(part, Style, culture, out var v), unchecked((ulong)v)),
            TypeCode.Byte => (byte.TryParse(part, Style, culture, out var v), v),
            TypeCode.Int16 => (short.TryParse(part, Style, culture, out var v), unchecked((ulong)v)),
            TypeCode.UInt16 => (ushort.TryParse(part, Style, culture, out var v), v),
            TypeCode.Int32 => (int.TryParse(part, Style, culture, out var v), unchecked((ulong)v)),
            TypeCode.UInt32 => (uint.TryParse(part, Style, culture, out var v), v),
            TypeCode.Int64 => (long.TryParse(part, Style, culture, out var v), unchecked((ulong)v)),
            _ => (ulong.TryParse(part, Style, culture, out var v), v),
        };
        bits = fits.Item2;
        return fits.Item1;
    }

    // Chooses names like Enum.ToString. Where that finds none, members that share a bit with a chosen one are chosen too.
    private static ulong Choose(ulong all, ReadOnlySpan<ulong> flags, Span<bool> named)
    {
        var left = all;
        for (var i = 0; i < flags.Length; i++)
        {
            named[i] = flags[i] != 0 && (left & flags[i]) == flags[i];
            left &= named[i] ? ~flags[i] : ulong.MaxValue;
        }

        for (var i = 0; left != 0 && i < flags.Length; i++)
        {
            if ((all & flags[i]) == flags[i] && (left & flags[i]) != 0)
            {
                named[i] = true;
                left &= ~flags[i];
            }
        }

        return left;
    }

    private static ulong Bits(object value) => Convert.GetTypeCode(value) == TypeCode.UInt64
        ? Convert.ToUInt64(value, CultureInfo.InvariantCulture)
        : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    private static string With(string? text, string name) => text is null ? name : string.Concat(text, Separator, name);

    private static string Number<T>(ulong bits)
        where T : struct, Enum => Number(bits, Type.GetTypeCode(typeof(T)));

    private static string Number(ulong bits, TypeCode type) => type == TypeCode.UInt64
        ? bits.ToString(CultureInfo.InvariantCulture)
        : unchecked((long)bits).ToString(CultureInfo.InvariantCulture);
}
