namespace AgentStepLog.Tools;

/// <summary>Finds the known name that was probably meant by an unknown one.</summary>
internal static class NearestName
{
    private const int MaxLength = 64;

    // A longer name is not compared with any known name, even if most of its characters are only style.
    private const int MaxGiven = 4 * MaxLength;

    /// <summary>The nearest known name, or null when none is near.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var wanted = given.Length > MaxGiven ? "" : Plain(given);
        if (wanted.Length is 0 or > MaxLength)
        {
            return null;
        }

        string? nearest = null;
        var least = int.MaxValue;
        foreach (var name in known)
        {
            var distance = Distance(wanted, Plain(name));
            if (distance < least)
            {
                (nearest, least) = (name, distance);
            }
        }

        // If every letter differs, the name was not meant for a known one.
        return least <= Math.Max(2, wanted.Length / 3) && least < wanted.Length ? nearest : null;
    }

    /// <summary>A name without differences of style: <c>api_key</c>, <c>apiKey</c> and <c>API-KEY</c> become equal.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static int Distance(string a, string b)
    {
        if (a == b)
        {
            return 0;
        }

        // One name is an abbreviation of the other: loc for location.
        if (Math.Min(a.Length, b.Length) >= 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))
        {
            return 1;
        }

        return b.Length > MaxLength ? int.MaxValue : Edits(a, b);
    }

    // Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    private static int Edits(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                var substitution = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(substitution, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
