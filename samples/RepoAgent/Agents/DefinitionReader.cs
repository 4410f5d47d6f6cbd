using System.Text.RegularExpressions;
using RepoAgents.Tools;

namespace RepoAgents.Agents;

/// <summary>
/// Tells by a line's form whether it defines a name. This is a reading of single lines, not a parser: a definition that
/// spreads over lines in an unusual way counts as a mention.
/// </summary>
/// <param name="name">The name.</param>
internal sealed class DefinitionReader(string name)
{
    private readonly Dictionary<string, (DefinitionRank Rank, Regex Regex)[]> _byLanguage = new(StringComparer.Ordinal);

    /// <summary>An expression for lines that look like a definition of the name in any language; a coarse first sieve.</summary>
    public string Sieve =>
        @"\b(?:class|struct|interface|enum|record|delegate|trait|union|type|typedef|module|mod|object|protocol|def|func|fn|fun|function|namespace|define|message|service|table|view|macro_rules!)\b.*"
        + Whole;

    /// <summary>An expression for the name as a whole word.</summary>
    public string Whole =>
        (IsWord(name[0]) ? @"\b" : "") + Regex.Escape(name) + (IsWord(name[^1]) ? @"\b" : "");

    /// <summary>How much the line defines the name.</summary>
    public DefinitionRank Rank(string path, string line)
    {
        var language = Languages.Of(path);
        return IsComment(line, language)
            ? DefinitionRank.None
            : Of(language).Where(p => Defines(p.Regex, line)).Select(static p => p.Rank).DefaultIfEmpty().Max();
    }

    private (DefinitionRank Rank, Regex Regex)[] Of(string language)
    {
        if (!_byLanguage.TryGetValue(language, out var patterns))
        {
            patterns = _byLanguage[language] = DefinitionPatterns.Of(language).Select(p => (p.Rank, Named(p.Pattern))).ToArray();
        }

        return patterns;
    }

    private Regex Named(string pattern) => new(
        pattern.Replace("NAME", "(?<defined>" + Regex.Escape(name) + ")", StringComparison.Ordinal),
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool Defines(Regex regex, string line) =>
        regex.Match(line) is { Success: true } match && !InString(line, match.Groups["defined"].Index);

    private static bool InString(string line, int index) =>
        index > 0 && line[index - 1] != '"' && line.AsSpan(0, index).Count('"') % 2 == 1;

    private static bool IsComment(string line, string language)
    {
        var text = line.TrimStart();
        return language switch
        {
            "Markdown" or "JSON" => false,
            "Python" or "Ruby" or "Shell" or "YAML" or "TOML" or "PowerShell" or "R" or "Perl" or "Makefile" or "INI" => text.StartsWith('#'),
            "SQL" or "Lua" or "Haskell" => text.StartsWith("--", StringComparison.Ordinal),
            _ => text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal)
                || text.StartsWith("* ", StringComparison.Ordinal) || text.StartsWith("<!--", StringComparison.Ordinal),
        };
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
