using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AgentStepLog.Json;

// Writes what needs no escapes: names of the format, numbers and words.
internal sealed partial class JsonBuffer
{
    /// <summary>Writes the name of a field that is not the first one, with its comma and colon. The format's own names need no escapes.</summary>
    internal void NextName(ReadOnlySpan<byte> name)
    {
        var room = Room(name.Length + 4);
        room[0] = (byte)',';
        room[1] = (byte)'"';
        name.CopyTo(room[2..]);
        room[name.Length + 2] = (byte)'"';
        room[name.Length + 3] = (byte)':';
        Length += name.Length + 4;
    }

    internal void Bool(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a value whose invariant text is JSON already.</summary>
    internal void Number<T>(T value, [StringSyntax(StringSyntaxAttribute.NumericFormat)] string? format = null)
        where T : IUtf8SpanFormattable
    {
        int written;
        var size = 64;
        while (!value.TryFormat(Room(size), out written, format, CultureInfo.InvariantCulture))
        {
            size *= 2;
        }

        Length += written;
    }

    /// <summary>Writes a value whose invariant text needs quotes and no escapes.</summary>
    internal void Quoted<T>(T value, string? format = null)
        where T : IUtf8SpanFormattable
    {
        Byte((byte)'"');
        Number(value, format);
        Byte((byte)'"');
    }

    /// <summary>Writes lower-case hex digits in quotes.</summary>
    internal void QuotedHex(ulong value, int digits)
    {
        var room = Room(digits + 2);
        room[0] = (byte)'"';
        room[digits + 1] = (byte)'"';
        for (var i = digits; i > 0; i--, value >>= 4)
        {
            room[i] = "0123456789abcdef"u8[(int)(value & 0xF)];
        }

        Length += digits + 2;
    }

    /// <summary>Writes lower-case hex digits, two for each byte.</summary>
    internal void Hex(ReadOnlySpan<byte> bytes)
    {
        var room = Room(2 * bytes.Length);
        var digits = "0123456789abcdef"u8;
        for (var i = 0; i < bytes.Length; i++)
        {
            room[2 * i] = digits[bytes[i] >> 4];
            room[(2 * i) + 1] = digits[bytes[i] & 0xF];
        }

        Length += 2 * bytes.Length;
    }

    /// <summary>Writes a whole number of smaller units as a decimal number with <paramref name="decimals"/> places.</summary>
    internal void Fixed(long units, int decimals)
    {
        var scale = decimals == 3 ? 1_000L : 1_000_000L;
        if (units < 0)
        {
            Byte((byte)'-');
            units = -units;
        }

        Number(units / scale);
        var room = Room(decimals + 1);
        room[0] = (byte)'.';
        for (var (i, rest) = (decimals, units % scale); i > 0; i--, rest /= 10)
        {
            room[i] = (byte)('0' + (rest % 10));
        }

        Length += decimals + 1;
    }
}
