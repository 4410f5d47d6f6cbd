using System.Globalization;

namespace RepoAgents.Tools;

/// <summary>Edits written as a unified diff: hunks with three lines of context.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The diff's lines; none when nothing differs.</summary>
    public static List<string> Write(string left, string right, List<(char Kind, string Line)> edits)
    {
        var changes = Enumerable.Range(0, edits.Count).Where(i => edits[i].Kind != ' ').ToList();
        if (changes.Count == 0)
        {
            return [];
        }

        var lines = new List<string> { $"--- {left}", $"+++ {right}" };
        var (leftLine, rightLine, at) = (1, 1, 0);
        for (var i = 0; i < changes.Count;)
        {
            var from = Math.Max(0, changes[i] - Context);
            while (i + 1 < changes.Count && changes[i + 1] - changes[i] <= 2 * Context)
            {
                i++;
            }

            var to = Math.Min(edits.Count, changes[i++] + Context + 1);
            for (; at < from; at++, leftLine++, rightLine++)
            {
                // lines of both, between the hunks
            }

            var hunk = edits[from..to];
            var (leftCount, rightCount) = (hunk.Count(static e => e.Kind != '+'), hunk.Count(static e => e.Kind != '-'));
            lines.Add($"@@ -{Range(leftLine, leftCount)} +{Range(rightLine, rightCount)} @@");
            lines.AddRange(hunk.Select(static e => e.Kind + e.Line));
            (leftLine, rightLine, at) = (leftLine + leftCount, rightLine + rightCount, to);
        }

        return lines;
    }

    // An empty range stands after the line before it, as diff and patch have it.
    private static string Range(int first, int count) => count switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{first - 1},0"),
        1 => first.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{first},{count}"),
    };
}
