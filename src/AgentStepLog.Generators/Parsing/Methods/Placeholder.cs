using System;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Recognises descriptions that are still to be written, such as those of the fix for ASL1002. They are not shown to a model.</summary>
internal static class Placeholder
{
    private static readonly string[] s_marks = ["TODO", "FIXME", "TBD"];

    /// <summary>The placeholder for the description of a parameter.</summary>
    public static string For(string parameter) => "TODO: describe " + parameter;

    /// <summary>Whether the text is a mark, or begins with a mark and a colon. Marks are in capitals, since <c>Todo: …</c> may be a tool's subject.</summary>
    public static bool Is(string text)
    {
        var words = text.Trim();
        return Array.Exists(s_marks, m => words.StartsWith(m, StringComparison.Ordinal)
            && (words.Length == m.Length || words[m.Length] == ':' || words.Substring(m.Length).Trim('.', ' ').Length == 0));
    }
}
