using System.Buffers.Text;

namespace AgentStepLog.Json;

/// <summary>Numbers such as <c>1763715600.000123</c> as whole millionths or thousandths, without the error of binary fractions.</summary>
internal static class FixedPoint
{
    // In microseconds some 9,500 years: later than the last date, and far below the range of a long or a TimeSpan.
    private const decimal Limit = 300_000_000_000_000_000m;

    // A number of this many digits is below that limit.
    private const int FewDigits = 17;

    /// <summary>Parses a number without an exponent. It may have fewer decimals than asked for; further decimals are cut off.</summary>
    public static bool TryParse(ReadOnlySpan<byte> number, int decimals, out long value)
    {
        if (TryParsePlain(number, decimals, out value))
        {
            return true;
        }

        value = 0;
        if (!Utf8Parser.TryParse(number, out decimal exact, out var used) || used != number.Length)
        {
            return false;
        }

        var unit = 1m;
        for (var i = 0; i < decimals; i++)
        {
            unit *= 10;
        }

        if (Math.Abs(exact) > Limit / unit)
        {
            return false;
        }

        value = (long)decimal.Truncate(exact * unit);
        return true;
    }

    /// <summary>Whether the number has exactly this many decimals, no sign but a leading minus, and no exponent.</summary>
    public static bool HasForm(ReadOnlySpan<byte> number, int decimals)
    {
        var first = number is [(byte)'-', ..] ? 1 : 0;
        var point = number.Length - decimals - 1;
        return point > first && number[point] == (byte)'.' && AreDigits(number[first..point]) && AreDigits(number[(point + 1)..]);
    }

    // Handles the numbers of nearly all logs: digits, perhaps with a point among them. Other numbers are parsed as a decimal, which takes longer and
    // rounds numbers of more than 28 digits (ADR 0017).
    private static bool TryParsePlain(ReadOnlySpan<byte> number, int decimals, out long value)
    {
        value = 0;
        var first = number is [(byte)'-', ..] ? 1 : 0;
        var at = first;
        for (; at < number.Length && IsDigit(number[at]) && at - first < FewDigits - decimals; at++)
        {
            value = (value * 10) + (number[at] - (byte)'0');
        }

        var hasPoint = at < number.Length && number[at] == (byte)'.';
        if (at == first || (at < number.Length && !hasPoint) || (hasPoint && at + 1 == number.Length))
        {
            return false;
        }

        at++;
        for (var i = 0; i < decimals; i++)
        {
            value *= 10;
            if (at < number.Length)
            {
                if (!IsDigit(number[at]))
                {
                    return false;
                }

                value += number[at++] - (byte)'0';
            }
        }

        for (; at < number.Length; at++)
        {
            if (!IsDigit(number[at]))
            {
                return false;
            }
        }

        value = first == 1 ? -value : value;
        return true;
    }

    private static bool AreDigits(ReadOnlySpan<byte> characters) => !characters.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';
}
