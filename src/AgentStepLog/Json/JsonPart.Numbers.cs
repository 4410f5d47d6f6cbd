using System.Buffers.Text;

namespace AgentStepLog.Json;

// A number that the type cannot hold is none, as is one that is not written as the type is: 5.0 is no whole number here.
internal readonly partial struct JsonPart
{
    private const int MostDigits = 19;

    private static readonly double[] s_powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    public bool TryGetSByte(out sbyte value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetByte(out byte value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetInt16(out short value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetUInt16(out ushort value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetInt32(out int value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetUInt32(out uint value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetInt64(out long value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetUInt64(out ulong value) => Utf8Parser.TryParse(Utf8, out value, out var read) && read == Token.Length;

    public bool TryGetSingle(out float value) => Utf8Parser.TryParse(Utf8, out value, out var read, Notation) && read == Token.Length;

    public bool TryGetDouble(out double value)
    {
        // Both are exact, so that their quotient is the nearest there is: mostly all that is needed.
        if (TryGetDigits(out var digits, out var scale, out var isNegative) && digits <= 1UL << 53 && scale < s_powers.Length)
        {
            value = isNegative ? -(digits / s_powers[scale]) : digits / s_powers[scale];
            return true;
        }

        return Utf8Parser.TryParse(Utf8, out value, out var read, Notation) && read == Token.Length;
    }

    public bool TryGetDecimal(out decimal value)
    {
        if (TryGetDigits(out var digits, out var scale, out var isNegative) && digits != 0)
        {
            value = new((int)digits, (int)(digits >> 32), 0, isNegative, (byte)scale);
            return true;
        }

        return Utf8Parser.TryParse(Utf8, out value, out var read, Notation) && read == Token.Length;
    }

    // The number without its point, and how many of its digits stood behind it. False for one that is long or has an exponent.
    private bool TryGetDigits(out ulong digits, out int scale, out bool isNegative)
    {
        var utf8 = Utf8;
        (digits, scale, isNegative) = (0, 0, utf8[0] == (byte)'-');
        if (utf8.Length > MostDigits)
        {
            return false;
        }

        for (var i = isNegative ? 1 : 0; i < utf8.Length; i++)
        {
            var digit = (uint)(utf8[i] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (utf8[i] == (byte)'.')
            {
                scale = utf8.Length - i - 1;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private char Notation => Utf8.ContainsAny((byte)'e', (byte)'E') ? 'e' : default;
}
