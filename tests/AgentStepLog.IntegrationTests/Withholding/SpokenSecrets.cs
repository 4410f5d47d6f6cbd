using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>Values that nobody may read in a log, with characters that JSON escapes in this way or that, and the question whether one stands in a text.</summary>
internal sealed partial class SpokenSecrets(int seed)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] s_between = ["", "-", "+", "\"", "\\", "'", "é", "ß", "\n", "\t", "/", "<", "&", "\u2028", "\u200E", "\U0001F600", " ", "漢"];

    private readonly Random _random = new(seed);

    internal List<string> All { get; } = [];

    internal string Text()
    {
        lock (_random)
        {
            var text = Of(6) + s_between[_random.Next(s_between.Length)] + Of(6) + s_between[_random.Next(s_between.Length)] + Of(3);
            All.Add(text);
            return text;
        }
    }

    internal long Number()
    {
        lock (_random)
        {
            var number = _random.NextInt64(1_000_000_000_000, 9_000_000_000_000_000);
            All.Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return number;
        }
    }

    /// <summary>Those that stand in a text, as they are or under up to five layers of JSON escapes.</summary>
    internal List<string> In(string text)
    {
        var found = new List<string>();
        var any = System.Buffers.SearchValues.Create(CollectionsMarshal.AsSpan(All), StringComparison.Ordinal);
        for (var layer = 0; layer < 6; layer++)
        {
            if (text.AsSpan().ContainsAny(any))
            {
                found.AddRange(All.Where(value => text.Contains(value, StringComparison.Ordinal)));
            }

            text = Escape().Replace(text, static match => match.Value[1] switch
            {
                'u' => ((char)Convert.ToInt32(match.Value[2..], 16)).ToString(),
                'n' => "\n",
                'r' => "\r",
                't' => "\t",
                'b' => "\b",
                'f' => "\f",
                var c => c.ToString(),
            });
        }

        return found;
    }

    private string Of(int length) => string.Create(length, _random, static (text, random) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Letters[random.Next(Letters.Length)];
        }
    });

    [GeneratedRegex("""\\(?:u[0-9A-Fa-f]{4}|[nrtbf"\\/])""")]
    private static partial Regex Escape();
}
