using System.Globalization;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    /// <summary>Writes null.</summary>
    public void Null()
    {
        Separate();
        _json.Raw("null"u8);
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(bool value)
    {
        Separate();
        _json.Bool(value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    [CLSCompliant(false)]
    public void Value(sbyte value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void Value(byte value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void Value(short value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    [CLSCompliant(false)]
    public void Value(ushort value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void Value(int value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    [CLSCompliant(false)]
    public void Value(uint value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void Value(long value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    [CLSCompliant(false)]
    public void Value(ulong value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void Value(Int128 value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    [CLSCompliant(false)]
    public void Value(UInt128 value) => Number(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void Value(decimal value) => Number(value);

    /// <summary>Writes a number; NaN and the infinities as strings.</summary>
    /// <param name="value">The value.</param>
    public void Value(Half value)
    {
        if (Half.IsFinite(value))
        {
            Number(value);
        }
        else
        {
            NotFinite((double)value);
        }
    }

    /// <summary>Writes a number; NaN and the infinities as strings.</summary>
    /// <param name="value">The value.</param>
    public void Value(float value)
    {
        if (float.IsFinite(value))
        {
            Number(value);
        }
        else
        {
            NotFinite(value);
        }
    }

    /// <summary>Writes a number; NaN and the infinities as strings.</summary>
    /// <param name="value">The value.</param>
    public void Value(double value)
    {
        if (double.IsFinite(value))
        {
            Number(value);
        }
        else
        {
            NotFinite(value);
        }
    }

    /// <summary>Writes a string or null.</summary>
    /// <param name="value">The value.</param>
    public void Value(string? value)
    {
        Separate();
        if (value is null)
        {
            _json.Raw("null"u8);
        }
        else
        {
            Text(value);
        }
    }

    /// <summary>Writes a string of one character.</summary>
    /// <param name="value">The value.</param>
    public void Value(char value)
    {
        Separate();
        _json.String([value]);
    }

    /// <summary>Writes ISO 8601, with <c>Z</c> or an offset if the value has one, and with as many decimals as it needs.</summary>
    /// <param name="value">The value.</param>
    public void Value(DateTime value)
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        Instant(text[..length]);
    }

    /// <summary>Writes ISO 8601 with its offset and as many decimals as it needs.</summary>
    /// <param name="value">The value.</param>
    public void Value(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        Instant(text[..length]);
    }

    /// <summary>Writes <c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The value.</param>
    public void Value(DateOnly value) => Quoted(value, "O");

    /// <summary>Writes <c>HH:mm:ss</c>, with seven decimals if it needs any.</summary>
    /// <param name="value">The value.</param>
    public void Value(TimeOnly value) => Quoted(value.ToTimeSpan(), "c");

    /// <summary>Writes <c>[-][d.]hh:mm:ss</c>, with seven decimals if it needs any.</summary>
    /// <param name="value">The value.</param>
    public void Value(TimeSpan value) => Quoted(value, "c");

    /// <summary>Writes the usual form with hyphens.</summary>
    /// <param name="value">The value.</param>
    public void Value(Guid value) => Quoted(value, "D");

    /// <summary>Writes the address in its original form, or null.</summary>
    /// <param name="value">The value.</param>
    public void Value(Uri? value) => Value(value?.OriginalString);

    /// <summary>Writes the version, or null.</summary>
    /// <param name="value">The value.</param>
    public void Value(Version? value) => Value(value?.ToString());

    /// <summary>Writes base64, or null.</summary>
    /// <param name="value">The value.</param>
    public void Value(byte[]? value)
    {
        if (value is null)
        {
            Null();
        }
        else
        {
            Value(value.AsMemory());
        }
    }

    /// <summary>Writes base64.</summary>
    /// <param name="value">The value.</param>
    public void Value(ReadOnlyMemory<byte> value)
    {
        Separate();
        Base64Text(value.Span);
    }

    /// <summary>Writes an enum member by its name.</summary>
    /// <param name="name">The member's name.</param>
    public void EnumName(string name) => Value(name);

    private void Number<T>(T value)
        where T : IUtf8SpanFormattable
    {
        Separate();
        _json.Number(value);
    }

    private void Quoted<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        Separate();
        _json.Quoted(value, format);
    }

    private void NotFinite(double value) => Value(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    // The text is yyyy-MM-ddTHH:mm:ss.fffffff and a suffix. Trailing zeros are removed, as System.Text.Json does.
    private void Instant(ReadOnlySpan<byte> text)
    {
        const int Seconds = 19;
        const int Decimals = 27;
        var kept = text[..Decimals].TrimEnd((byte)'0');
        Separate();
        _json.Byte((byte)'"');
        _json.Raw(kept.Length <= Seconds + 1 ? text[..Seconds] : kept);
        _json.Raw(text[Decimals..]);
        _json.Byte((byte)'"');
    }
}
