using System.Collections.Generic;
using System.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Text with normalised white space: one space between words, one line feed between paragraphs and list items. Only lines of code keep their white space.
/// </summary>
internal sealed class DocTextBuilder
{
    private readonly StringBuilder _text = new();
    private char _pending;                              // the white space before the next word: none, ' ' or '\n'

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

    /// <summary>Appends separate lines with all their white space.</summary>
    public void Verbatim(IReadOnlyList<string> lines)
    {
        Break();
        if (lines.Count == 0)
        {
            return;
        }

        _text.Append(_text.Length > 0 ? "\n" : "").Append(string.Join("\n", lines));
    }

    /// <summary>Appends to the last word, without the white space in between.</summary>
    public void Glue(string words)
    {
        _pending = '\0';
        Words(words);
    }

    public string? ToText() => _text.Length == 0 ? null : _text.ToString();
}
