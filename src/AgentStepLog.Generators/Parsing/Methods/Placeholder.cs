using System;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Knows descriptions that are still to be written, such as those of the fix for ASL1002: a model is not told them.</summary>
internal static class Placeholder
{
    private static readonly string[] s_marks = ["TODO", "FIXME", "TBD"];

    /// <summary>What stands in for the description of a parameter.</summary>
    public static string For(string parameter) => "TODO: describe " + parameter;

    /// <summary>Whether it is a mark alone, or begins with one and a colon. In capitals: <c>Todo: …</c> may be what a tool is about.</summary>
    public static bool Is(string text)
    {
        var words = text.Trim();
        return Array.Exists(s_marks, m => words.StartsWith(m, StringComparison.Ordinal)
            && (words.Length == m.Length || words[m.Length] == ':' || words.Substring(m.Length).Trim('.', ' ').Length == 0));
    }
}
