using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Emission;

/// <summary>Texts in generated code that users read.</summary>
internal static class GeneratedText
{
    /// <summary>A text as the content of an XML documentation element, on one line.</summary>
    public static string Xml(string text) => text
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")
        .Replace("\r", "").Replace("\n", "<br/>").Replace("\u2028", " ").Replace("\u2029", " ").Replace("\u0085", " ");

    /// <summary>JSON without line breaks as a raw string, in which the quotes stand as they are.</summary>
    public static string RawString(string json) => Quotes(json) + json + Quotes(json);

    /// <summary>What a raw string begins and ends with: more quotes than stand beside each other in it.</summary>
    public static string Quotes(string text)
    {
        var quotes = "\"\"\"";
        while (text.Contains(quotes))
        {
            quotes += "\"";
        }

        return quotes;
    }

    /// <summary>Opens the namespace; nothing for the global one.</summary>
    public static System.IDisposable? Namespace(SourceWriter writer, string name) =>
        name.Length == 0 ? null : writer.Braces("namespace " + name);
}
