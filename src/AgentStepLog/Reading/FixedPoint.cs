using System.Buffers.Text;

namespace AgentStepLog;

/// <summary>Numbers such as <c>1763715600.000123</c> as whole millionths or thousandths, without the error of binary fractions.</summary>
internal static class FixedPoint
{
    // In microseconds some 6,000 years: far from what a long, a TimeSpan or a date can hold.
    private const decimal Limit = 200_000_000_000_000_000m;

    /// <summary>Fewer decimals than asked for are taken as they are; of more, the rest is cut off. No exponent.</summary>
    public static bool TryParse(ReadOnlySpan<byte> number, int decimals, out long value)
    {
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

    /// <summary>Whether it has exactly so many decimals, no sign but a leading minus, and no exponent.</summary>
    public static bool HasForm(ReadOnlySpan<byte> number, int decimals)
    {
        var digits = number is [(byte)'-', ..] ? number[1..] : number;
        var point = digits.IndexOf((byte)'.');
        return point > 0 && digits.Length - point - 1 == decimals
            && digits[..point].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && digits[(point + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
