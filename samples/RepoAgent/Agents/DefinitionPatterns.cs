namespace RepoAgents.Agents;

/// <summary>
/// What lines look like that define a name, per language. <c>NAME</c> in a pattern stands for the name.
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

    /// <summary>The patterns of a language.</summary>
    public static (DefinitionRank Rank, string Pattern)[] Of(string language) => language switch
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
}
