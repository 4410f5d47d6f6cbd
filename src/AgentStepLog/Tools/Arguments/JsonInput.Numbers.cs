using System.Globalization;
using System.Numerics;
using System.Text.Json;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

public readonly partial struct JsonInput
{
    /// <summary>Reads a whole number.</summary>
    [CLSCompliant(false)]
    public sbyte SByte() => IsNumber && _element.TryGetSByte(out var value) ? value : Whole<sbyte>();

    /// <summary>Reads a whole number.</summary>
    public byte Byte() => IsNumber && _element.TryGetByte(out var value) ? value : Whole<byte>();

    /// <summary>Reads a whole number.</summary>
    public short Int16() => IsNumber && _element.TryGetInt16(out var value) ? value : Whole<short>();

    /// <summary>Reads a whole number.</summary>
    [CLSCompliant(false)]
    public ushort UInt16() => IsNumber && _element.TryGetUInt16(out var value) ? value : Whole<ushort>();

    /// <summary>Reads a whole number.</summary>
    public int Int32() => IsNumber && _element.TryGetInt32(out var value) ? value : Whole<int>();

    /// <summary>Reads a whole number.</summary>
    [CLSCompliant(false)]
    public uint UInt32() => IsNumber && _element.TryGetUInt32(out var value) ? value : Whole<uint>();

    /// <summary>Reads a whole number.</summary>
    public long Int64() => IsNumber && _element.TryGetInt64(out var value) ? value : Whole<long>();

    /// <summary>Reads a whole number.</summary>
    [CLSCompliant(false)]
    public ulong UInt64() => IsNumber && _element.TryGetUInt64(out var value) ? value : Whole<ulong>();

    /// <summary>Reads a whole number.</summary>
    public Int128 Int128() => Whole<Int128>();

    /// <summary>Reads a whole number.</summary>
    [CLSCompliant(false)]
    public UInt128 UInt128() => Whole<UInt128>();

    /// <summary>Reads a number, or <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public Half Half() => Floating<Half>();

    /// <summary>Reads a number, or <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public float Single() => IsNumber && _element.TryGetSingle(out var value) && float.IsFinite(value) ? value : Floating<float>();

    /// <summary>Reads a number, or <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public double Double() => IsNumber && _element.TryGetDouble(out var value) && double.IsFinite(value) ? value : Floating<double>();

    /// <summary>Reads a decimal number. Digits beyond its 28 or 29 are rounded, as System.Text.Json does.</summary>
    public decimal Decimal() => IsNumber && _element.TryGetDecimal(out var value) ? value
        : Reading is { TextNumbers: true } && IsString && decimal.TryParse(_element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted) ? quoted
        : Unexpected(IsNumber ? string.Create(CultureInfo.InvariantCulture, $"a number from {decimal.MinValue} to {decimal.MaxValue}") : "a number", 0m);

    private T Whole<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (Reading is { TextNumbers: true } && IsString && T.TryParse(_element.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quoted))
        {
            return quoted;
        }

        if (IsNumber)
        {
            if (_element.TryGetInt64(out var small) && T.CreateSaturating(small) is var most && long.CreateSaturating(most) == small)
            {
                return most;
            }

            if (T.TryParse(_element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            // JSON does not distinguish whole numbers: 5.0 and 1e3 are whole too, and models write them.
            if (_element.TryGetDecimal(out var number) && decimal.IsInteger(number)
                && T.TryParse(number.ToString("0", CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
            {
                return value;
            }
        }

        return Unexpected(string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"), default(T));
    }

    private T Floating<T>()
        where T : struct, IFloatingPointIeee754<T>
    {
        if (IsNumber)
        {
            return T.TryParse(_element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value)
                ? value
                : Unexpected("a number that is not so large", T.Zero);
        }

        var text = IsString ? _element.GetString() : null;
        if (Reading is { TextNumbers: true } && T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted) && T.IsFinite(quoted))
        {
            return quoted;
        }

        // A record contains whatever was computed. A model may send such numbers only if an attribute says so.
        return (Reading is { NamedNumbers: true } || !_problems.StrictNames ? text : null) switch
        {
            "NaN" => T.NaN,
            "Infinity" => T.PositiveInfinity,
            "-Infinity" => T.NegativeInfinity,
            _ => Unexpected("a number", T.Zero),
        };
    }
}
