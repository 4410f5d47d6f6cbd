using System.Collections.Generic;
using System.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Text with white space normalised: one space between words, one line feed between paragraphs and list items. Only lines of code keep theirs.</summary>
internal sealed class DocTextBuilder
{
    private readonly StringBuilder _text = new();
    private char _pending;                              // the white space owed before the next word: none, ' ' or '\n'

    public void Words(string words)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c))
            {
                _pending = _pending == '\n' ? '\n' : ' ';
                continue;
            }

            if (_pending != '\0' && _text.Length > 0)
            {
                _text.Append(_pending);
            }

            _pending = '\0';
            _text.Append(c);
        }
    }

    public void Break() => _pending = '\n';

    /// <summary>Lines of their own, with all white space that they have.</summary>
    public void Verbatim(IReadOnlyList<string> lines)
    {
        Break();
        if (lines.Count == 0)
        {
            return;
        }

        _text.Append(_text.Length > 0 ? "\n" : "").Append(string.Join("\n", lines));
    }

    /// <summary>Appends to the last word, whatever white space was owed in between.</summary>
    public void Glue(string words)
    {
        _pending = '\0';
        Words(words);
    }

    public string? ToText() => _text.Length == 0 ? null : _text.ToString();
}
