using System.Text;

namespace AgentStepLog.Generators.Collections;

/// <summary>Distributes compact JSON over lines, a member or item on each, so that a change affects few lines.</summary>
internal static class JsonLines
{
    /// <param name="json">JSON without white space between its tokens.</param>
    /// <param name="depth">The depth of the first line. Each level is two spaces.</param>
    public static string Indent(string json, int depth)
    {
        var text = new StringBuilder(json.Length * 2).Append(' ', depth * 2);
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            switch (c)
            {
                case '"':
                    var end = StringEnd(json, i);
                    text.Append(json, i, end - i);
                    i = end - 1;
                    break;
                case '{' or '[' when json[i + 1] is '}' or ']':
                    text.Append(c).Append(json[++i]);
                    break;
                case '{' or '[':
                    text.Append(c).Append('\n').Append(' ', ++depth * 2);
                    break;
                case '}' or ']':
                    text.Append('\n').Append(' ', --depth * 2).Append(c);
                    break;
                case ',':
                    text.Append(",\n").Append(' ', depth * 2);
                    break;
                case ':':
                    text.Append(": ");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }

    private static int StringEnd(string json, int start)
    {
        var i = start + 1;
        while (json[i] != '"')
        {
            i += json[i] == '\\' ? 2 : 1;
        }

        return i + 1;
    }
}
