using System.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Text with white space normalised: one space between words, one line feed between paragraphs and list items.</summary>
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

    /// <summary>Appends to the last word, whatever white space was owed in between.</summary>
    public void Glue(string words)
    {
        _pending = '\0';
        Words(words);
    }

    public string? ToText() => _text.Length == 0 ? null : _text.ToString();
}
