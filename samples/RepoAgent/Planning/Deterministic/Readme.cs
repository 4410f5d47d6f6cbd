using System.Text.RegularExpressions;

namespace RepoAgents.Planning.Deterministic;

/// <summary>What a README's text says at a glance: title, opening, promises and sections.</summary>
internal sealed partial class Readme
{
    private const int MaxPromises = 12;

    private readonly List<string> _sections = [];
    private readonly List<(int Line, string Text)> _promises = [];
    private bool _underPromises;

    public string? Title { get; private set; }

    public string? Opening { get; private set; }

    public IReadOnlyList<string> Sections => _sections;

    /// <summary>Sentences that promise something, or stand under a heading that does, and are no question, with the line on which their paragraph begins.</summary>
    public IReadOnlyList<(int Line, string Text)> Promises => _promises;

    public static Readme Parse(string text)
    {
        var readme = new Readme();
        var (paragraph, start, inCode) = (new List<string>(), 0, false);
        var lines = text.Split('\n');
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i].Trim() : "";
            var fence = line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
            if (Rule().IsMatch(line) && paragraph.Count == 1)
            {
                readme.Heading((line[0] == '=' ? "# " : "## ") + paragraph[0]);      // the title, underlined
                paragraph.Clear();
            }
            else if (line.Length == 0 || fence || inCode || line[0] is '#' or '|' or '<' || ListItem().IsMatch(line) || Image().IsMatch(line) || Rule().IsMatch(line))
            {
                readme.Paragraph(paragraph, start);
                paragraph.Clear();
            }

            inCode ^= fence;
            if (line.Length == 0 || fence || inCode || line[0] is '|' or '<' || Image().IsMatch(line) || Rule().IsMatch(line))
            {
                continue;
            }

            if (line[0] == '#')
            {
                readme.Heading(line);
                continue;
            }

            start = paragraph.Count == 0 ? i + 1 : start;
            paragraph.Add(line);
        }

        return readme;
    }

    private void Heading(string line)
    {
        var heading = line.Trim('#', ' ');
        _underPromises = PromisingHeading().IsMatch(heading);
        if (Title is null)
        {
            Title = heading;
        }
        else if (line.StartsWith("## ", StringComparison.Ordinal))
        {
            _sections.Add(heading);
        }
    }

    private void Paragraph(List<string> lines, int start)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var text = Marks().Replace(Link().Replace(ListItem().Replace(string.Join(' ', lines), ""), "$1"), "");
        Opening ??= text;
        foreach (var sentence in Sentences().Split(text).Where(s => !s.EndsWith('?') && (_underPromises || Promise().IsMatch(s)) && _promises.Count < MaxPromises))
        {
            _promises.Add((start, sentence));
        }
    }

    [GeneratedRegex(@"\b(?:promis\w*|guarante\w*|ensur\w*|never|always|every|must|will)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\b(?:promis|guarante)", RegexOptions.IgnoreCase)]
    private static partial Regex PromisingHeading();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[A-Z0-9`""])")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^(?:[-*+]|[0-9]+[.)])\s+")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^\[?!\[")]
    private static partial Regex Image();

    [GeneratedRegex(@"^(?:=+|-{3,}|\*{3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*|__|`|^>\s*")]
    private static partial Regex Marks();
}
