using System.Globalization;
using System.Text;

namespace AgentStepLog.Tools;

/// <summary>Describes bounds and choices in words, for a model.</summary>
internal static class JsonRange
{
    public static string Describe<T>(T minimum, T maximum, bool above, bool below, bool whole)
        where T : IFormattable
    {
        var (low, high) = (minimum.ToString(null, CultureInfo.InvariantCulture), maximum.ToString(null, CultureInfo.InvariantCulture));
        var from = above ? "greater than " + low : "of at least " + low;
        var to = below ? "less than " + high : "of at most " + high;
        var number = whole ? "a whole number " : "a number ";
        return minimum is double.NegativeInfinity ? number + to
            : maximum is double.PositiveInfinity ? number + from
            : above || below ? $"{number}{from} and {to}"
            : $"{number}from {low} to {high}";
    }

    /// <summary>The allowed number of something: <c>1 to 3 items</c>.</summary>
    public static string Count(int minimum, int maximum, string unit)
    {
        var (low, high) = (minimum.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture));
        var (count, last) = minimum == maximum ? (low, minimum)
            : maximum == int.MaxValue ? ("at least " + low, minimum)
            : minimum == 0 ? ("at most " + high, maximum)
            : ($"{low} to {high}", maximum);
        return $"{count} {unit}{(last == 1 ? "" : "s")}";
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
