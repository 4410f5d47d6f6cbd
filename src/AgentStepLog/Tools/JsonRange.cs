using System.Globalization;
using System.Text;

namespace AgentStepLog.Capture;

/// <summary>Bounds and choices, in the words in which a model is told what was expected.</summary>
internal static class JsonRange
{
    public static string Describe<T>(T minimum, T maximum, bool above, bool below)
        where T : IFormattable
    {
        var (low, high) = (minimum.ToString(null, CultureInfo.InvariantCulture), maximum.ToString(null, CultureInfo.InvariantCulture));
        var from = above ? "greater than " + low : "of at least " + low;
        var to = below ? "less than " + high : "of at most " + high;
        return minimum is double.NegativeInfinity ? "a number " + to
            : maximum is double.PositiveInfinity ? "a number " + from
            : above || below ? $"a number {from} and {to}"
            : $"a number from {low} to {high}";
    }

    public static string Count(int minimum, int maximum)
    {
        var (low, high) = (minimum.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture));
        return minimum == maximum ? low
            : maximum == int.MaxValue ? "at least " + low
            : minimum == 0 ? "at most " + high
            : $"{low} to {high}";
    }

    public static string List(ReadOnlySpan<string> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            text.Append(text.Length > 0 ? ", " : "").Append(value);
        }

        return text.ToString();
    }
}
