namespace RepoAgents.Tools;

/// <summary>
/// The shortest way from one list of lines to another (Myers, "An O(ND) Difference Algorithm", 1986). Where more than
/// <see cref="MaxEdits"/> lines differ, the lines between the common beginning and end count as replaced altogether:
/// still a correct way, no longer the shortest.
/// </summary>
internal static class LineDiff
{
    public const int MaxEdits = 2000;

    /// <summary>The edits in order: <c>' '</c> a line of both, <c>'-'</c> only of the first, <c>'+'</c> only of the second.</summary>
    public static List<(char Kind, string Line)> Between(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var start = 0;
        while (start < left.Count && start < right.Count && left[start] == right[start])
        {
            start++;
        }

        var (leftEnd, rightEnd) = (left.Count, right.Count);
        while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1])
        {
            leftEnd--;
            rightEnd--;
        }

        var edits = new List<(char, string)>();
        edits.AddRange(left.Take(start).Select(static line => (' ', line)));
        edits.AddRange(Middle(left.Take(leftEnd).Skip(start).ToArray(), right.Take(rightEnd).Skip(start).ToArray()));
        edits.AddRange(left.Skip(leftEnd).Select(static line => (' ', line)));
        return edits;
    }

    // frontiers[d][i]: how far along the left lines d edits lead on diagonal k = x - y = 2i - d.
    private static IEnumerable<(char, string)> Middle(string[] left, string[] right)
    {
        var frontiers = new List<int[]>();
        for (var d = 0; d <= Math.Min(left.Length + right.Length, MaxEdits); d++)
        {
            var frontier = new int[d + 1];
            for (var i = 0; i <= d; i++)
            {
                var k = (2 * i) - d;
                var x = d == 0 ? 0 : Down(frontiers[d - 1], i) ? frontiers[d - 1][i] : frontiers[d - 1][i - 1] + 1;
                while (x < left.Length && x - k < right.Length && left[x] == right[x - k])
                {
                    x++;
                }

                frontier[i] = x;
                if (x >= left.Length && x - k >= right.Length)
                {
                    return Walk(left, right, frontiers);
                }
            }

            frontiers.Add(frontier);
        }

        return left.Select(static l => ('-', l)).Concat(right.Select(static r => ('+', r)));
    }

    // Back from the end: for each number of edits along the diagonal, then over the edit that led onto it.
    private static Stack<(char, string)> Walk(string[] left, string[] right, List<int[]> frontiers)
    {
        var edits = new Stack<(char, string)>();
        var (x, y) = (left.Length, right.Length);
        for (var d = frontiers.Count; d > 0; d--)
        {
            var before = frontiers[d - 1];
            var i = (x - y + d) / 2;
            var down = Down(before, i);
            for (var afterEdit = down ? before[i] : before[i - 1] + 1; x > afterEdit; x--, y--)
            {
                edits.Push((' ', left[x - 1]));
            }

            edits.Push(down ? ('+', right[--y]) : ('-', left[--x]));
        }

        for (; x > 0; x--)
        {
            edits.Push((' ', left[x - 1]));
        }

        return edits;
    }

    // Onto diagonal i by a line of the right (down) where that leads further than by one of the left.
    private static bool Down(int[] before, int i) => i == 0 || (i < before.Length && before[i - 1] < before[i]);
}
