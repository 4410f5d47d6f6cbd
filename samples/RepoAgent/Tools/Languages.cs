namespace RepoAgents.Tools;

/// <summary>Which language a file is written in, by its name.</summary>
internal static class Languages
{
    public const string Other = "Other";

    private static readonly Dictionary<string, string> s_byExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = "C#", [".csx"] = "C#", [".fs"] = "F#", [".fsx"] = "F#", [".vb"] = "Visual Basic",
        [".razor"] = "Razor", [".cshtml"] = "Razor", [".xaml"] = "XAML",
        [".py"] = "Python", [".pyi"] = "Python", [".ipynb"] = "Jupyter",
        [".js"] = "JavaScript", [".mjs"] = "JavaScript", [".cjs"] = "JavaScript", [".jsx"] = "JavaScript",
        [".ts"] = "TypeScript", [".mts"] = "TypeScript", [".cts"] = "TypeScript", [".tsx"] = "TypeScript",
        [".go"] = "Go", [".rs"] = "Rust", [".java"] = "Java", [".kt"] = "Kotlin", [".kts"] = "Kotlin", [".scala"] = "Scala",
        [".c"] = "C", [".h"] = "C", [".cc"] = "C++", [".cpp"] = "C++", [".cxx"] = "C++", [".hpp"] = "C++", [".hh"] = "C++",
        [".swift"] = "Swift", [".m"] = "Objective-C", [".rb"] = "Ruby", [".php"] = "PHP", [".pl"] = "Perl", [".lua"] = "Lua",
        [".r"] = "R", [".jl"] = "Julia", [".dart"] = "Dart", [".ex"] = "Elixir", [".exs"] = "Elixir", [".erl"] = "Erlang",
        [".hs"] = "Haskell", [".clj"] = "Clojure", [".zig"] = "Zig", [".nim"] = "Nim",
        [".sh"] = "Shell", [".bash"] = "Shell", [".zsh"] = "Shell", [".ps1"] = "PowerShell", [".psm1"] = "PowerShell",
        [".bat"] = "Batch", [".cmd"] = "Batch", [".sql"] = "SQL", [".proto"] = "Protocol Buffers", [".graphql"] = "GraphQL",
        [".html"] = "HTML", [".htm"] = "HTML", [".css"] = "CSS", [".scss"] = "SCSS", [".less"] = "Less", [".vue"] = "Vue",
        [".svelte"] = "Svelte", [".svg"] = "SVG", [".xml"] = "XML", [".json"] = "JSON", [".jsonl"] = "JSON Lines",
        [".yml"] = "YAML", [".yaml"] = "YAML", [".toml"] = "TOML", [".ini"] = "INI", [".editorconfig"] = "INI",
        [".csproj"] = "MSBuild", [".fsproj"] = "MSBuild", [".vbproj"] = "MSBuild", [".props"] = "MSBuild", [".targets"] = "MSBuild",
        [".sln"] = "Solution", [".slnx"] = "Solution", [".md"] = "Markdown", [".markdown"] = "Markdown",
        [".rst"] = "reStructuredText", [".adoc"] = "AsciiDoc", [".txt"] = "Text", [".tex"] = "TeX",
        [".tf"] = "Terraform", [".cmake"] = "CMake", [".gradle"] = "Gradle", [".nix"] = "Nix",
    };

    private static readonly Dictionary<string, string> s_byName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Dockerfile"] = "Dockerfile", ["Makefile"] = "Makefile", ["CMakeLists.txt"] = "CMake", ["Jenkinsfile"] = "Groovy",
    };

    /// <summary>The language, or <see cref="Other"/>.</summary>
    public static string Of(string path) =>
        s_byName.GetValueOrDefault(Path.GetFileName(path)) ?? s_byExtension.GetValueOrDefault(Path.GetExtension(path)) ?? Other;
}
