using System.Text.RegularExpressions;

namespace RepoAgents.Planning.Deterministic;

/// <summary>A name out of a question: quotes, and words that only say what kind of thing it is, taken off.</summary>
internal static partial class Named
{
    /// <summary>A file's or folder's name: <c>the file `src/A.cs`</c> → <c>src/A.cs</c>.</summary>
    public static string File(Group group) => Unquoted(Placed().Replace(FileWords().Replace(group.Value.Trim(), "$1"), "$2/$1"));

    /// <summary>The name of something in code: <c>the class "StepScope"</c> → <c>StepScope</c>.</summary>
    public static string Code(Group group) => Unquoted(CodeWords().Replace(group.Value.Trim(), ""));

    /// <summary>A text, as it stands in quotes or without them.</summary>
    public static string Text(Group group) => Unquoted(TextWords().Replace(group.Value.Trim(), ""));

    /// <summary>A count in digits or words up to twelve; <paramref name="otherwise"/> when there is none.</summary>
    public static int Count(Group group, int otherwise) =>
        !group.Success ? otherwise
        : int.TryParse(group.Value, out var digits) ? Math.Clamp(digits, 1, 1000)
        : Array.IndexOf(s_words, group.Value.ToLowerInvariant()) is >= 0 and var index ? index + 1
        : otherwise;

    /// <summary>An expression for a count.</summary>
    public const string CountPattern = "(?<count>[0-9]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    /// <summary>An expression for a file's name: one word, or more in quotes.</summary>
    public const string FilePattern = @"(""[^""]+""|'[^']+'|`[^`]+`|\S+)";

    private static readonly string[] s_words =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static string Unquoted(string text) =>
        text.Length >= 2 && (text[0], text[^1]) is ('"', '"') or ('\'', '\'') or ('`', '`') or ('“', '”') or ('‘', '’') or ('«', '»')
            ? text[1..^1].Trim()
            : text;

    [GeneratedRegex(@"\A(?:the\s+)?(?:files?|folder|directory)\s+(.+)\z|\Athe\s+(?=\S+\z)|(?<=\S)\s+(?:file|folder|directory)\z", RegexOptions.IgnoreCase)]
    private static partial Regex FileWords();

    // "StepLog.cs in src" is "src/StepLog.cs"
    [GeneratedRegex(@"\A([^\s""'`]+)\s+(?:in|under|of|from)\s+(?:the\s+)?(?:folder\s+|directory\s+)?([^\s""'`]+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Placed();

    [GeneratedRegex(
        @"\A(?:(?:the|a|an)\s+)?(?:(?:class|struct|interface|enum|record|type|method|function|property|field|constant|variable|symbol|attribute|namespace|module|trait|macro|setting|key)\s+)?(?=\S)|\s+(?:class|struct|interface|enum|record|type|method|function|property|field|constant|variable|symbol|attribute|module|trait|macro)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"\A(?:the\s+)?(?:word|words|text|string|term|phrase|name|symbol|class|method|function|type)\s+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex TextWords();
}
