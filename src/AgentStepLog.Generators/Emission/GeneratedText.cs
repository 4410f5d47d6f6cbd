using System.Text;
using System.Xml;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Emission;

/// <summary>Texts in generated code that users read.</summary>
internal static class GeneratedText
{
    /// <summary>A text as the content of an XML documentation element, on one line.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            _ = text[i] switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '\r' => xml,
                '\n' => xml.Append("<br/>"),
                '\u2028' or '\u2029' or '\u0085' => xml.Append(' '), // the compiler treats these as the end of the line
                _ when isPair => xml.Append(text[i]).Append(text[++i]),
                var c => xml.Append(XmlConvert.IsXmlChar(c) ? c : '\uFFFD'), // XML does not allow most control characters
            };
        }

        return xml.ToString();
    }

    /// <summary>JSON without line breaks as a raw string, which needs no escapes.</summary>
    public static string RawString(string json) => Quotes(json) + json + Quotes(json);

    /// <summary>The delimiter of a raw string: it has more quotes than any sequence of quotes in the text.</summary>
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
