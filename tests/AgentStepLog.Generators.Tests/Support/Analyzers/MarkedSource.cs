using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

/// <summary>
/// Source whose findings are marked where they are expected: <c>[|span|]</c> for the rule under test,
/// <c>{|ASL1002:span|}</c> for a rule by name. Marks may nest.
/// </summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<Mark> Marks)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<(string? Id, int Start, bool Named)>();
        var marks = new List<Mark>();
        for (var i = 0; i < marked.Length; i++)
        {
            var next = i + 1 < marked.Length ? marked[i + 1] : '\0';
            if (marked[i] == '[' && next == '|')
            {
                open.Push((null, text.Length, false));
                i++;
            }
            else if (marked[i] == '{' && next == '|')
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length, true));
                i = colon;
            }
            else if (marked[i] == '|' && open.Count > 0 && next == (open.Peek().Named ? '}' : ']'))
            {
                var (id, start, _) = open.Pop();
                marks.Add(new Mark(id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0
            ? new MarkedSource(text.ToString(), [.. marks.OrderBy(static m => m.Span.Start)])
            : throw new FormatException("A mark is opened and not closed.");
    }
}
