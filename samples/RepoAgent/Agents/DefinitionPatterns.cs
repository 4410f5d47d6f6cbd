using System.Text.RegularExpressions;
using RepoAgents.Tools;

namespace RepoAgents.Agents;

/// <summary>
/// Tells by a line's form whether it defines a name, per language. <c>NAME</c> in a pattern stands for the name. This is a
/// reading of single lines, not a parser: a definition that spreads over lines in an unusual way counts as a mention.
/// </summary>
internal static class DefinitionPatterns
{
    private const string Modifiers =
        @"(?:public|private|protected|internal|static|async|override|virtual|abstract|sealed|partial|extern|unsafe|readonly|required|new|const|volatile|event|final|synchronized|native|default|transient)\s+";

    private const string NoStatement =
        @"(?!(?:return|await|new|throw|else|yield|in|is|as|case|using|goto|not|and|or|var|if|while|package|import|assert)\b)";

    // A type as C# and Java write it before a member's name: Task<List<int>>, int[], (int A, string B), Outer.Inner?
    private const string TypeName = @"(?:\w[\w.:]*(?:<(?:[^=;()]|\([^=;()]*\))*>)?|\([^()=]*\))(?:\[[,\]]*)*\??";

    private static readonly (DefinitionRank Rank, string Pattern)[] s_csharp =
    [
        (DefinitionRank.Type, @"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+NAME\b"),
        (DefinitionRank.Type, @"\bdelegate\s+" + TypeName + @"\s+NAME\b"),
        (DefinitionRank.Type, @"^\s*namespace\s+(?:[\w.]+\.)?NAME\b"),
        (DefinitionRank.Member, @"^\s*(?:\[[^\]]*\]\s*)*(?:" + Modifiers + @")+(?:ref\s+(?:readonly\s+)?)?(?:" + TypeName + @"\s+)?(?:[\w.<>]+\.)?NAME\s*(?:<[^>()]*>)?\s*(?:\(|\{|=|;|$)"),
        (DefinitionRank.Member, @"^\s*" + NoStatement + TypeName + @"\s+(?:[\w.<>]+\.)?NAME\s*(?:<[^>()]*>)?\s*(?:\(|\{|=>)"),
        (DefinitionRank.Value, @"^\s*(?:var|" + NoStatement + TypeName + @")\s+NAME\s*(?:=(?!=)|;)"),
        (DefinitionRank.Value, @"^\s*NAME\s*(?:=\s*[^;]+)?,?\s*(?://.*)?$"),
    ];

    private static readonly (DefinitionRank, string)[] s_python =
    [
        (DefinitionRank.Type, @"^\s*class\s+NAME\b"),
        (DefinitionRank.Member, @"^\s*(?:async\s+)?def\s+NAME\b"),
        (DefinitionRank.Value, @"^\s*(?:self\.)?NAME\s*(?::[^=]+)?=(?!=)"),
    ];

    private static readonly (DefinitionRank, string)[] s_script =
    [
        (DefinitionRank.Type, @"\b(?:class|interface|enum|namespace)\s+NAME\b"),
        (DefinitionRank.Type, @"^\s*(?:export\s+)?(?:declare\s+)?type\s+NAME\b[^=]*="),
        (DefinitionRank.Member, @"\bfunction\b\s*\*?\s*NAME\s*[(<]"),
        (DefinitionRank.Member, @"\b(?:const|let|var)\s+NAME\b\s*(?::[^=]+)?=\s*(?:async\s*)?(?:function\b|\([^)]*\)\s*(?::[^=]+)?=>|\w+\s*=>)"),
        (DefinitionRank.Member, @"^\s*(?:(?:public|private|protected|static|async|get|set|readonly|override|abstract)\s+|[*#])*NAME\s*(?:<[^>]*>)?\([^)]*\)\s*(?::[^{;]+)?\{"),
        (DefinitionRank.Value, @"\b(?:const|let|var)\s+NAME\b"),
        (DefinitionRank.Value, @"^\s*(?:(?:public|private|protected|static|readonly)\s+)*['""]?NAME['""]?\??\s*:"),
    ];

    private static readonly (DefinitionRank, string)[] s_go =
    [
        (DefinitionRank.Type, @"^\s*type\s+NAME\b"),
        (DefinitionRank.Member, @"^func\s+(?:\([^)]*\)\s*)?NAME\s*[\[(]"),
        (DefinitionRank.Value, @"^\s*(?:var|const)\s+NAME\b"),
        (DefinitionRank.Value, @"^\s*NAME\s*(?::=|=\s*iota\b)"),
    ];

    private static readonly (DefinitionRank, string)[] s_rust =
    [
        (DefinitionRank.Type, @"\b(?:struct|enum|trait|union|type|mod)\s+NAME\b"),
        (DefinitionRank.Member, @"\bfn\s+NAME\b"),
        (DefinitionRank.Member, @"\bmacro_rules!\s*NAME\b"),
        (DefinitionRank.Value, @"\b(?:const|static|let)\s+(?:mut\s+)?NAME\b"),
    ];

    private static readonly (DefinitionRank, string)[] s_java =
    [
        (DefinitionRank.Type, @"(?:\b(?:class|interface|enum|record|object|typealias)|@interface)\s+NAME\b"),
        (DefinitionRank.Member, @"\bfun\s+(?:<[^>]*>\s*)?(?:[\w<>]+\.)?NAME\s*\("),
        .. s_csharp.Where(static p => p.Rank < DefinitionRank.Type),
        (DefinitionRank.Value, @"\bva[lr]\s+NAME\b"),
    ];

    private static readonly (DefinitionRank, string)[] s_c =
    [
        (DefinitionRank.Type, @"\b(?:class|struct|enum(?:\s+class)?|union|namespace)\s+NAME\b(?!\s*[*&;)])"),
        (DefinitionRank.Type, @"^\s*(?:typedef\b.*|\}\s*)\bNAME\s*;|^\s*using\s+NAME\s*="),
        (DefinitionRank.Member, @"^\s*#\s*define\s+NAME\b"),
        (DefinitionRank.Member, @"^" + NoStatement + @"[\w:<>,*&~\s]+[\s*&:]NAME\s*\([^;]*$"),
        (DefinitionRank.Value, @"^(?:static\s+|const\s+|extern\s+)*[\w:<>]+[\s*&]+NAME\s*(?:\[[^\]]*\])?\s*="),
    ];

    private static readonly (DefinitionRank, string)[] s_ruby =
    [
        (DefinitionRank.Type, @"^\s*(?:class|module)\s+(?:\w+::)*NAME\b"),
        (DefinitionRank.Member, @"^\s*def\s+(?:self\.)?NAME"),
        (DefinitionRank.Value, @"^\s*NAME\s*=(?!=)"),
    ];

    // Shell, PHP, SQL, Swift and others: the words that open a definition in most languages.
    private static readonly (DefinitionRank, string)[] s_others =
    [
        (DefinitionRank.Type, @"\b(?:class|struct|interface|enum|trait|protocol|module|type|object|message|service)\s+NAME\b"),
        (DefinitionRank.Type, @"(?i:\bcreate\s+(?:or\s+replace\s+)?(?:table|view|function|procedure|index|type)\s+(?:if\s+not\s+exists\s+)?)(?:\w+\.)?[""\[`]?NAME\b"),
        (DefinitionRank.Member, @"\b(?:function|func|fn|def|defp|sub|proc|fun)\s+NAME\b"),
        (DefinitionRank.Member, @"^\s*NAME\s*\(\)\s*\{?"),
        (DefinitionRank.Value, @"^\s*(?:export\s+|local\s+|let\s+(?:rec\s+|mutable\s+)?|var\s+|const\s+|val\s+|\$)?NAME\s*="),
    ];

    private static readonly (DefinitionRank, string)[] s_data =
    [
        (DefinitionRank.Value, @"^\s*-?\s*[""']?NAME[""']?\s*[:=]"),
        (DefinitionRank.Value, @"^\s*<NAME[\s>]"),
        (DefinitionRank.Value, @"^#+\s.*\bNAME\b"),
    ];

    /// <summary>How much the line defines the name.</summary>
    public static DefinitionRank Rank(string path, string line, string name)
    {
        var language = Languages.Of(path);
        return IsComment(line, language)
            ? DefinitionRank.None
            : Of(language).Where(p => Defines(p.Pattern, line, name)).Select(static p => p.Rank).DefaultIfEmpty().Max();
    }

    /// <summary>An expression for lines that look like a definition of the name in any language; a coarse first sieve.</summary>
    public static string Sieve(string name) =>
        @"\b(?:class|struct|interface|enum|record|delegate|trait|union|type|typedef|module|mod|object|protocol|def|func|fn|fun|function|namespace|define|message|service|table|view|macro_rules!)\b.*"
        + Whole(name);

    /// <summary>An expression for the name as a whole word.</summary>
    public static string Whole(string name) =>
        (IsWord(name[0]) ? @"\b" : "") + Regex.Escape(name) + (IsWord(name[^1]) ? @"\b" : "");

    private static (DefinitionRank Rank, string Pattern)[] Of(string language) => language switch
    {
        "C#" or "Razor" => s_csharp,
        "Python" => s_python,
        "JavaScript" or "TypeScript" or "Vue" or "Svelte" => s_script,
        "Go" => s_go,
        "Rust" => s_rust,
        "Java" or "Kotlin" or "Scala" => s_java,
        "C" or "C++" or "Objective-C" => s_c,
        "Ruby" => s_ruby,
        "JSON" or "YAML" or "TOML" or "INI" or "XML" or "MSBuild" or "Markdown" or "XAML" => s_data,
        _ => s_others,
    };

    private static bool Defines(string pattern, string line, string name) =>
        Regex.Match(
            line, pattern.Replace("NAME", "(?<defined>" + Regex.Escape(name) + ")", StringComparison.Ordinal),
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match
        && !InString(line, match.Groups["defined"].Index);

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
